"use client";

import { LoaderCircle, Play } from "lucide-react";
import { usePlayerAround } from "@/components/player/player-context";
import type { Track } from "@/components/player/track";
import { Button } from "@/components/ui/button";
import { Equalizer } from "@/components/ui/equalizer";

/** The page's one action: begins with the first song, later shows that it plays. Only the player says "Pause", so that there is one of it. */
export function PlayButton({ tracks, plain = false }: { tracks: readonly Track[]; plain?: boolean }) {
	const player = usePlayerAround();
	const begun = player?.current && tracks.some(({ id }) => id === player.current?.id);
	const over = player?.ended && !player.awaited;
	const running = player?.phase === "playing" || player?.phase === "loading";
	return (
		<Button
			tone={plain ? "plain" : "primary"}
			className="min-w-28"
			disabled={tracks.length === 0}
			onClick={() => (begun && !over ? player.toggle() : player?.start(tracks, 0))}
		>
			{begun && running ? <Equalizer /> : player?.awaited && !begun ? <LoaderCircle className="motion-safe:animate-spin" /> : <Play />}
			{begun ? (running ? "Playing" : over ? "Play again" : "Resume") : "Play"}
		</Button>
	);
}
