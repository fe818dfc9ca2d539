"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { clsx } from "clsx";
import { ArrowLeft, ArrowLeftToLine, ArrowRight, ArrowRightToLine, Ellipsis, GripVertical, X } from "lucide-react";
import { memo } from "react";
import { buttonClass } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Thumb } from "../thumb";
import { type Medium, nameOf } from "./model";

export type TileDeeds = {
	open: (index: number) => void;
	move: (from: number, to: number) => void;
	caption: (id: number, text: string) => void;
	remove: (medium: Medium) => void;
};
type MediaTileProps = { medium: Medium; last: number; deeds: TileDeeds };

const cornerClass = (extra: string) =>
	buttonClass({ tone: "quiet", size: "s", icon: true }, clsx("absolute top-1.5 bg-black/55! text-white! hover:bg-black/75!", extra));

/** What stands in the tile. While one is dragged every tile moves, but what is in them does not change and is not drawn again. */
const TileMenu = memo(function TileMenu({ medium, last, deeds }: MediaTileProps) {
	const { order } = medium;
	const name = nameOf(medium);
	return (
		<Menu
			trigger={
				<button type="button" aria-label={`More for ${name}`} className={cornerClass("right-1.5")}>
					<Ellipsis />
				</button>
			}
		>
			<MenuItem disabled={order === 0} onSelect={() => deeds.move(order, 0)}>
				<ArrowLeftToLine aria-hidden="true" /> Move to the beginning
			</MenuItem>
			<MenuItem disabled={order === 0} onSelect={() => deeds.move(order, order - 1)}>
				<ArrowLeft aria-hidden="true" /> Move back
			</MenuItem>
			<MenuItem disabled={order === last} onSelect={() => deeds.move(order, order + 1)}>
				<ArrowRight aria-hidden="true" /> Move on
			</MenuItem>
			<MenuItem disabled={order === last} onSelect={() => deeds.move(order, last)}>
				<ArrowRightToLine aria-hidden="true" /> Move to the end
			</MenuItem>
			<MenuItem danger onSelect={() => deeds.remove(medium)}>
				<X aria-hidden="true" /> Remove
			</MenuItem>
		</Menu>
	);
});

/** One picture or video that is being arranged: itself, its handle, its menu, its caption. */
export function MediaTile({ medium, last, deeds }: MediaTileProps) {
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: medium.id });
	const name = nameOf(medium);
	return (
		<li
			ref={setNodeRef}
			style={{ transform: CSS.Translate.toString(transform), transition }}
			className={clsx("relative min-w-0", isDragging && "z-2 opacity-90")}
		>
			<div className="relative">
				<button
					type="button"
					onClick={() => deeds.open(medium.order)}
					className={clsx("block w-full rounded-md", isDragging && "shadow-2")}
				>
					<span className="sr-only">Show {name}</span>
					<Thumb of={medium} className="aspect-[4/3] w-full rounded-md" />
				</button>
				<button
					type="button"
					ref={setActivatorNodeRef}
					{...attributes}
					{...listeners}
					aria-label={`Move ${name}`}
					className={cornerClass("left-1.5 cursor-grab! touch-manipulation active:cursor-grabbing")}
				>
					<GripVertical aria-hidden="true" />
				</button>
				<TileMenu medium={medium} last={last} deeds={deeds} />
				<span
					aria-hidden="true"
					className="absolute bottom-1.5 left-1.5 min-w-6 rounded-full bg-black/65 px-1.5 py-0.5 text-center text-xs font-medium text-white tabular-nums"
				>
					{medium.order + 1}
				</span>
			</div>
			<textarea
				dir="auto"
				aria-label={`Caption of ${medium.type === "image" ? "picture" : "video"} ${medium.order + 1}`}
				placeholder="Caption"
				maxLength={500}
				rows={1}
				value={medium.caption}
				onChange={({ target: { value } }) => deeds.caption(medium.id, value)}
				className={clsx(fieldClass, "mt-1.5 field-sizing-content max-h-40 min-h-9 resize-none py-1.5 text-sm!")}
			/>
		</li>
	);
}
