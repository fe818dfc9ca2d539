"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { clsx } from "clsx";
import { GripVertical } from "lucide-react";
import { memo } from "react";
import type { RowState } from "@/components/player/track-row";
import { buttonClass } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import { clock } from "@/components/ui/duration-text";
import { Equalizer } from "@/components/ui/equalizer";
import type { Song } from "./model";
import { OrderMenu } from "./order-menu";

type OrderRowProps = {
	song: Song;
	index: number;
	/** Index of the last song. */
	last: number;
	state: RowState;
	/** Plays or pauses it. */
	onPress: () => void;
	onMove: (from: number, to: number) => void;
	onRemove: () => void;
};

/** What stands in the row. While a song is dragged every row moves, but what is in them does not change and is not drawn again. */
const OrderRowContent = memo(function OrderRowContent({ song, index, last, state, onPress, onMove, onRemove }: OrderRowProps) {
	const current = state === "playing" || state === "paused";
	return (
		<>
			<span aria-hidden="true" className="text-ink-3 tabular-nums @max-[36rem]:hidden">
				{current ? (
					<span className="text-accent">
						<Equalizer still={state === "paused"} />
					</span>
				) : (
					index + 1
				)}
			</span>
			<Cover title={song.title} thumbnail={song.thumbnail} size="small" className="w-12 rounded-[10px]" />
			<div className="min-w-0">
				<button
					type="button"
					aria-pressed={state === "playing"}
					onClick={onPress}
					className={clsx(
						"block w-full text-left font-[550] outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-ink",
						current && "text-accent",
					)}
				>
					<span className="sr-only">Play </span>
					<span dir="auto" className="block truncate text-left">
						{song.title}
					</span>
				</button>
				<p dir="auto" className="truncate text-left text-[0.8125rem] text-ink-3">
					{[song.artist, song.source === "youtube" && "YouTube"].filter(Boolean).join(" · ")}
				</p>
			</div>
			<span className="text-[0.8125rem] text-ink-3 tabular-nums @max-[36rem]:hidden">{clock(song.duration)}</span>
			<OrderMenu title={song.title} place="playlist" index={index} last={last} onMove={onMove} onRemove={onRemove} />
		</>
	);
});

/** One song of a playlist that is being arranged: its handle, itself, its menu. */
export function OrderRow(props: OrderRowProps) {
	const { song, state } = props;
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: song.id });
	const current = state === "playing" || state === "paused";
	return (
		<li
			ref={setNodeRef}
			style={{ transform: CSS.Translate.toString(transform), transition }}
			className={clsx(
				"relative grid grid-cols-[2.25rem_3rem_minmax(0,1fr)_auto] items-center gap-2 rounded-md py-2 @min-[36rem]:grid-cols-[2.25rem_1.75rem_3rem_minmax(0,1fr)_auto_auto] @min-[36rem]:gap-3",
				isDragging ? "z-2 bg-surface shadow-2" : current ? "bg-accent/9" : "hover:bg-ink/4",
			)}
		>
			<button
				type="button"
				ref={setActivatorNodeRef}
				{...attributes}
				{...listeners}
				aria-label={`Move ${song.title}`}
				className={buttonClass(
					{ tone: "quiet", size: "s", icon: true },
					"relative z-1 touch-manipulation text-ink-3! active:cursor-grabbing cursor-grab!",
				)}
			>
				<GripVertical aria-hidden="true" />
			</button>
			<OrderRowContent {...props} />
		</li>
	);
}
