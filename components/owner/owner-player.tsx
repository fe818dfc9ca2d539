"use client";

import type { ReactNode } from "react";
import { tellSignedOut } from "@/components/account/tell-failure";
import type { Source } from "@/components/player/player";
import { PlayerContext } from "@/components/player/player-context";
import { PlayerFrame } from "@/components/player/player-frame";
import type { Playable, Track } from "@/components/player/track";
import { usePlayer } from "@/components/player/use-player";
import { worthAnotherTry } from "@/components/player/worth-another-try";
import { toast } from "@/components/ui/toast";
import { UploadList } from "@/components/upload/upload-list";
import { UploadRoom } from "@/components/upload/upload-room";

const stream = (track: Track) => `/api/songs/${track.id}/stream`;

const playable = (track: Track): Playable => (track.youtubeId ? { youtubeId: track.youtubeId } : { url: stream(track) });

const source: Source = {
	admit: async (track) => playable(track),
	ahead: (track) => (track.youtubeId ? null : stream(track)),
	async recover(track, { again, signal }) {
		for (let attempt = 0; !signal.aborted; attempt++) {
			const status = await fetch(stream(track), { headers: { range: "bytes=0-0" } }).then(
				(answer) => answer.status,
				() => 0,
			);
			if (signal.aborted) break;
			if (status >= 200 && status < 300 && !again) return playable(track);
			if (status === 401) void tellSignedOut("You are signed out. Sign in and try again.");
			else if (status !== 0) void toast(status === 404 ? "This song is no longer there." : "Your browser cannot play this song.", "bad");
			if (status !== 0) break;
			await worthAnotherTry(attempt, signal);
		}
		return null;
	},
};

/** Plays the owner's own songs, without limits, while they move between their pages. */
export function OwnerPlayer({ children }: { children: ReactNode }) {
	const player = usePlayer(source);
	return (
		<PlayerContext value={player}>
			{/* `--foot` is where the bars at the foot begin. */}
			<div
				className={
					player.current
						? "pb-48 [--foot:9.5rem] sm:pb-24 sm:[--foot:5.5rem]"
						: "pb-24 [--foot:calc(3.9rem+env(safe-area-inset-bottom))] sm:pb-0 sm:[--foot:0px]"
				}
			>
				{children}
				<UploadRoom />
			</div>
			<PlayerFrame player={player} above={<UploadList />} className="max-sm:bottom-[3.9rem] sm:left-[14.5rem]" />
		</PlayerContext>
	);
}
