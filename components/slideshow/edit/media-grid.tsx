"use client";

import { closestCenter, DndContext, type DragEndEvent } from "@dnd-kit/core";
import { rectSortingStrategy, SortableContext } from "@dnd-kit/sortable";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { holdEarlyKeys, useAnnouncements, useOrderSensors } from "@/components/library/order-by-hand";
import { useGrowing } from "@/components/ui/use-growing";
import { MediaTile, type TileDeeds } from "./media-tile";
import { type Medium, nameOf } from "./model";

const instructions = "Press Space to pick it up, the arrow keys to move it, Space again to put it down, Escape to leave it where it was.";

type MediaGridProps = { media: readonly Medium[]; deeds: TileDeeds /** What is still on its way. */; children: ReactNode };

/** The pictures and videos of a session, to be moved by their handles or by their menus, and taken out. Both are told in words too. */
export function MediaGrid({ media, deeds, children }: MediaGridProps) {
	const sensors = useOrderSensors();
	const announcements = useAnnouncements(media, nameOf);
	const id = useId();
	const [said, setSaid] = useState("");
	const list = useRef<HTMLUListElement>(null);
	const left = useRef<number | null>(null);
	const { count, end, more } = useGrowing(media.length);
	const shown = media.slice(0, count);
	const ids = shown.map((medium) => medium.id);

	// The button that was pressed went with its tile: the focus goes to the tile that took its place.
	useEffect(() => {
		if (left.current === null) return;
		const tile = list.current?.children[Math.min(left.current, media.length - 1)];
		tile?.querySelector<HTMLElement>("[aria-roledescription]")?.focus();
		left.current = null;
	}, [media]);

	function drop({ active, over }: DragEndEvent) {
		const [from = -1, to = -1] = [active.id, over?.id].map((each) => ids.indexOf(Number(each)));
		if (from >= 0 && to >= 0 && from !== to) deeds.move(from, to);
	}

	const told: TileDeeds = {
		...deeds,
		move(from, to) {
			const medium = media[from];
			if (!medium || to < 0 || to >= media.length || to === from) return;
			if (to >= count) left.current = from;
			deeds.move(from, to);
			setSaid(`${nameOf(medium)}: now number ${to + 1} of ${media.length}`);
		},
		remove(medium) {
			left.current = medium.order;
			deeds.remove(medium);
			setSaid(`${nameOf(medium)} removed`);
		},
	};

	return (
		<DndContext
			id={id}
			sensors={sensors}
			collisionDetection={closestCenter}
			accessibility={{ announcements, screenReaderInstructions: { draggable: instructions } }}
			onDragStart={holdEarlyKeys}
			onDragEnd={drop}
		>
			<p role="status" className="sr-only">
				{said}
			</p>
			<SortableContext items={ids} strategy={rectSortingStrategy}>
				<ul ref={list} aria-label="Pictures and videos" className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
					{shown.map((medium) => (
						<MediaTile key={medium.id} medium={medium} last={media.length - 1} deeds={told} />
					))}
					{!more && children}
				</ul>
			</SortableContext>
			{more && <div ref={end} />}
		</DndContext>
	);
}
