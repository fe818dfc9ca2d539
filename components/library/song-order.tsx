"use client";

import { closestCenter, DndContext, type DragEndEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useEffect, useId, useRef, useState } from "react";
import { usePlayerAround } from "@/components/player/player-context";
import { rowState } from "@/components/player/track-list";
import { useGrowing } from "@/components/ui/use-growing";
import type { Song } from "./model";
import { holdEarlyKeys, instructionsFor, upright, useAnnouncements, useOrderSensors } from "./order-by-hand";
import { OrderRow } from "./order-row";

type SongOrderProps = {
	songs: readonly Song[];
	onMove: (from: number, to: number) => void;
	onRemove: (song: Song) => void;
};

/** The songs of a playlist, to be moved by their handles or by their menus, and taken out. Both are told in words too. */
export function SongOrder({ songs, onMove, onRemove }: SongOrderProps) {
	const player = usePlayerAround();
	const sensors = useOrderSensors();
	const announcements = useAnnouncements(songs, ({ title }) => title);
	const id = useId();
	const [said, setSaid] = useState("");
	const list = useRef<HTMLOListElement>(null);
	const left = useRef<number | null>(null);
	const { count, end, more } = useGrowing(songs.length);
	const shown = songs.slice(0, count);
	const ids = shown.map((song) => song.id);

	// The button that was pressed went with its row, which left the list or what is drawn of it: the focus goes to the row that took its place.
	useEffect(() => {
		if (left.current === null) return;
		const row = list.current?.children[Math.min(left.current, songs.length - 1)];
		row?.querySelector<HTMLElement>("[aria-roledescription]")?.focus();
		left.current = null;
	}, [songs]);

	function move(from: number, to: number) {
		const song = songs[from];
		if (!song || to < 0 || to >= songs.length || to === from) return;
		if (to >= count) left.current = from;
		onMove(from, to);
		setSaid(`${song.title}: now number ${to + 1} of ${songs.length}`);
	}

	function drop({ active, over }: DragEndEvent) {
		const [from, to] = [active.id, over?.id].map((each) => ids.indexOf(String(each)));
		if (from !== undefined && to !== undefined && from >= 0 && to >= 0 && from !== to) onMove(from, to);
	}

	function press(song: Song) {
		if (player?.current?.id === song.id) player.toggle();
		else player?.start(songs, songs.indexOf(song));
	}

	return (
		<DndContext
			id={id}
			sensors={sensors}
			collisionDetection={closestCenter}
			modifiers={[upright]}
			accessibility={{ announcements, screenReaderInstructions: { draggable: instructionsFor("song") } }}
			onDragStart={holdEarlyKeys}
			onDragEnd={drop}
		>
			<p role="status" className="sr-only">
				{said}
			</p>
			<SortableContext items={ids} strategy={verticalListSortingStrategy}>
				<ol ref={list} className="@container">
					{shown.map((song, index) => (
						<OrderRow
							key={song.id}
							song={song}
							index={index}
							last={songs.length - 1}
							state={rowState(player, song.id)}
							onPress={() => press(song)}
							onMove={move}
							onRemove={() => {
								left.current = index;
								onRemove(song);
								setSaid(`${song.title} removed from the playlist`);
							}}
						/>
					))}
				</ol>
			</SortableContext>
			{more && <div ref={end} />}
		</DndContext>
	);
}
