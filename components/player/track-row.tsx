"use client";

import { clsx } from "clsx";
import { LoaderCircle, Lock, Pause, Play } from "lucide-react";
import type { ReactNode } from "react";
import { Cover } from "@/components/ui/cover";
import { clock } from "@/components/ui/duration-text";
import { Equalizer } from "@/components/ui/equalizer";
import type { Track } from "./track";

/** How a row stands to the player; `locked` is there to be seen and not to be played. */
export type RowState = "off" | "awaited" | "paused" | "playing" | "locked";

function Mark({ state }: { state: RowState }) {
	if (state === "awaited") return <LoaderCircle className="motion-safe:animate-spin" />;
	if (state === "locked") return <Lock className="size-4! opacity-60" />;
	return state === "playing" ? <Pause /> : <Play className={clsx(state === "off" && "opacity-60 group-hover:opacity-100")} />;
}

type TrackRowProps = {
	track: Track;
	index: number;
	state: RowState;
	onPress: () => void;
	/** Buttons at the end of the row. */
	tools?: ReactNode;
};

/** One song of a list. Its play button is pressed while it plays, and reaches over the whole row. */
export function TrackRow({ track, index, state, onPress, tools }: TrackRowProps) {
	const current = state === "playing" || state === "paused";
	return (
		<li
			className={clsx(
				"group relative grid grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-3 rounded-md px-2.5 py-2 transition-colors",
				"@min-[36rem]:grid-cols-[1.75rem_3rem_minmax(0,1fr)_auto_auto] @min-[36rem]:gap-3.5",
				current ? "bg-accent/9" : "hover:bg-ink/4",
			)}
		>
			<span className="text-ink-3 tabular-nums @max-[36rem]:hidden" aria-hidden="true">
				{current ? (
					<span className="text-accent">
						<Equalizer still={state === "paused"} />
					</span>
				) : (
					index + 1
				)}
			</span>
			<Cover title={track.title} thumbnail={track.thumbnail} size="small" className="w-12 rounded-[10px]" />
			<div className="min-w-0">
				<button
					type="button"
					aria-pressed={state === "locked" ? undefined : state === "playing"}
					onClick={onPress}
					className={clsx(
						"block w-full text-left font-[550] outline-none",
						"after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-ink",
						current && "text-accent",
					)}
				>
					<span className="sr-only">{state === "locked" ? "Not shared: " : "Play "}</span>
					<span dir="auto" className="block truncate text-left">
						{track.title}
					</span>
				</button>
				<p dir="auto" className="truncate text-left text-[0.8125rem] text-ink-3">
					{track.artist}
				</p>
			</div>
			<span className={clsx("text-[0.8125rem] text-ink-3 tabular-nums", tools && "@max-[36rem]:hidden")}>{clock(track.duration)}</span>
			{tools ? (
				<div className="relative z-1 flex">{tools}</div>
			) : (
				<span aria-hidden="true" className="grid w-9 place-items-center @max-[36rem]:hidden [&_svg]:size-5">
					<Mark state={state} />
				</span>
			)}
		</li>
	);
}
