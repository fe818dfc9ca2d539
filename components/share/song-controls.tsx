"use client";

import { LoaderCircle, Pause, Play } from "lucide-react";
import { usePlayerAround } from "@/components/player/player-context";
import { SeekBar } from "@/components/player/seek-bar";
import type { Track } from "@/components/player/track";
import { Volume } from "@/components/player/volume";

/** The player of a page with one song: one large button, and where the song is. */
export function SongControls({ track }: { track: Track }) {
	const player = usePlayerAround();
	if (!player) return null;
	const begun = player.current !== null;
	const waiting = player.awaited !== null || player.phase === "loading";
	const running = player.phase === "playing" || player.phase === "loading";
	return (
		<div className="grid w-full justify-items-center gap-4 sm:flex sm:items-center">
			<SeekBar player={player} track={track} className="w-full min-w-0 grow sm:order-1" />
			<button
				type="button"
				aria-label={running ? "Pause" : `Play ${track.title}`}
				onClick={() => (begun ? player.toggle() : player.start([track], 0))}
				className="grid size-16 shrink-0 place-items-center rounded-full bg-accent text-brand-ink shadow-2 transition-opacity hover:opacity-90 [&_svg]:size-7"
			>
				{waiting ? <LoaderCircle className="motion-safe:animate-spin" /> : running ? <Pause /> : <Play className="translate-x-0.5" />}
			</button>
			<div className="sm:order-2">
				<Volume player={player} />
			</div>
		</div>
	);
}
