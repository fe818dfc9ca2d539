"use client";

import { LoaderCircle, Pause, Play } from "lucide-react";
import { RepeatButton } from "@/components/player/mode-buttons";
import { usePlayerAround } from "@/components/player/player-context";
import { PlayerNotice } from "@/components/player/player-notice";
import { SeekBar } from "@/components/player/seek-bar";
import type { Track } from "@/components/player/track";
import { Volume } from "@/components/player/volume";

/** The player of a page with one song: one large button, and where the song is. */
export function SongControls({ track }: { track: Track }) {
	const player = usePlayerAround();
	if (!player) return null;
	const waiting = player.awaited !== null || player.phase === "loading";
	const running = player.phase === "playing" || player.phase === "loading";
	return (
		<div className="grid w-full gap-2">
			<div className="grid w-full grid-cols-[1fr_auto_1fr] items-center gap-x-4 gap-y-3 sm:flex">
				<SeekBar player={player} track={track} className="col-span-full w-full min-w-0 grow sm:order-2" />
				<button
					type="button"
					aria-label={running ? "Pause" : `Play ${track.title}`}
					onClick={() => (player.current ? player.toggle() : player.start([track], 0))}
					className="col-start-2 grid size-16 shrink-0 place-items-center rounded-full bg-accent text-brand-ink shadow-2 transition-opacity hover:opacity-90 sm:order-1 [&_svg]:size-7"
				>
					{waiting ? <LoaderCircle className="motion-safe:animate-spin" /> : running ? <Pause /> : <Play className="translate-x-0.5" />}
				</button>
				<RepeatButton player={player} className="sm:order-3" />
				<div className="sm:order-4">
					<Volume player={player} />
				</div>
			</div>
			<PlayerNotice player={player} />
		</div>
	);
}
