"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useState } from "react";
import { clock } from "@/components/ui/duration-text";
import { Slider } from "@/components/ui/slider";
import type { Track } from "./track";
import { useAudioValue } from "./use-audio-value";
import type { Player } from "./use-player";

const leaps: Record<string, number> = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };

/** Where the song is, and a slider to be elsewhere. Arrow keys leap five seconds, page keys thirty. */
export function SeekBar({ player, track, className }: { player: Player; track: Track; className?: string }) {
	const { audio, current } = player;
	const [dragged, setDragged] = useState<number | null>(null);
	const time = useAudioValue(audio, "timeupdate seeking emptied", (element) => element.currentTime);
	const known = useAudioValue(audio, "durationchange emptied", (element) => (Number.isFinite(element.duration) ? element.duration : 0));
	const length = known || track.duration || 0;
	const shown = Math.min(dragged ?? time, length || 0);

	function seek(to: number) {
		if (audio.current) audio.current.currentTime = Math.min(Math.max(0, to), length);
		setDragged(null);
	}

	function leap(event: KeyboardEvent) {
		const by = leaps[event.key];
		if (by === undefined) return;
		event.preventDefault();
		seek(time + by);
	}

	return (
		<div className={clsx("flex items-center gap-3 text-[0.8125rem] text-ink-3 tabular-nums", className)}>
			<span className="min-w-9 text-right">{clock(shown)}</span>
			<Slider
				label="Seek"
				className="min-w-0 grow"
				value={shown}
				max={length || 1}
				step={1}
				disabled={length === 0 || current === null}
				valueText={`${clock(shown)} of ${clock(length || null)}`}
				onChange={setDragged}
				onCommit={seek}
				onKeyDown={leap}
			/>
			<span className="min-w-9">{clock(length || null)}</span>
		</div>
	);
}
