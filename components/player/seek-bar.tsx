"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useState } from "react";
import { clock } from "@/components/ui/duration-text";
import { Slider } from "@/components/ui/slider";
import type { Player } from "./player";
import type { Track } from "./track";
import { useClock } from "./use-clock";

const leaps: Record<string, number> = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };

/** Where the song is, and a slider to be elsewhere. Arrow keys leap five seconds, page keys thirty. */
export function SeekBar({ player, track, className }: { player: Player; track: Track; className?: string }) {
	const [dragged, setDragged] = useState<number | null>(null);
	const now = useClock(player);
	const length = now.length || Math.round(track.duration ?? 0);
	const shown = Math.min(dragged ?? now.time, length || now.time);

	function seek(to: number) {
		// The last whole second may lie behind the end.
		player.seek(Math.min(to, player.length() || to));
		setDragged(null);
	}

	function leap(event: KeyboardEvent) {
		const by = leaps[event.key];
		// With Shift they are the player's keys.
		if (by === undefined || event.shiftKey) return;
		event.preventDefault();
		seek(player.time() + by);
	}

	return (
		<div className={clsx("flex items-center gap-3 text-[0.8125rem] text-ink-3 tabular-nums", className)}>
			<span className="min-w-9 text-right">{clock(shown)}</span>
			<Slider
				label="Seek"
				className="min-w-0 grow"
				value={shown}
				max={length || Math.max(1, shown)}
				step={1}
				disabled={length === 0 || player.current === null}
				valueText={`${clock(shown)} of ${clock(length || null)}`}
				onChange={setDragged}
				onCommit={seek}
				onKeyDown={leap}
			/>
			<span className="min-w-9">{clock(length || null)}</span>
		</div>
	);
}
