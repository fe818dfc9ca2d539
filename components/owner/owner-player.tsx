"use client";

import type { ReactNode } from "react";
import { PlayerBar } from "@/components/player/player-bar";
import { PlayerContext } from "@/components/player/player-context";
import type { Track } from "@/components/player/track";
import { type Source, usePlayer } from "@/components/player/use-player";
import { toast } from "@/components/ui/toast";

const stream = (track: Track) => `/api/songs/${track.id}/stream`;

const source: Source = {
	admit: async (track) => stream(track),
	async recover(track, again) {
		const status = await fetch(stream(track), { headers: { range: "bytes=0-0" } }).then(
			(answer) => answer.status,
			() => 0,
		);
		if (status >= 200 && status < 300 && !again) return stream(track);
		if (status === 0) void toast("You seem to be offline. Try again.", "bad");
		else if (status === 401) void toast("You are signed out. Sign in and try again.", "bad");
		else void toast(status === 404 ? "This song is no longer there." : "Your browser cannot play this song.", "bad");
		return null;
	},
};

/** Plays the owner's own songs, without limits, while they move between their pages. */
export function OwnerPlayer({ children }: { children: ReactNode }) {
	const player = usePlayer(source);
	return (
		<PlayerContext value={player}>
			<div className={player.current ? "pb-48 sm:pb-24" : "pb-24 sm:pb-0"}>{children}</div>
			{/* biome-ignore lint/a11y/useMediaCaption: songs come without captions */}
			<audio ref={player.audio} preload="auto" />
			<PlayerBar player={player} className="max-sm:bottom-[3.9rem] sm:left-[14.5rem]" />
		</PlayerContext>
	);
}
