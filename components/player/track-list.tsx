"use client";

import { DownloadLink } from "./download-link";
import type { Player } from "./player";
import { usePlayerAround } from "./player-context";
import type { Track } from "./track";
import { type RowState, TrackRow } from "./track-row";

/** How a track stands to the player around. */
export function rowState(player: Player | null, id: string): RowState {
	if (player?.awaited?.id === id) return "awaited";
	if (player?.current?.id !== id) return "off";
	return player.phase === "paused" ? "paused" : "playing";
}

/** The songs of a page, in order. `downloads` is the path before a song's id, where they may be kept. */
export function TrackList({ tracks, downloads }: { tracks: readonly Track[]; downloads?: string | null }) {
	const player = usePlayerAround();
	return (
		<ol className="@container">
			{tracks.map((track, index) => (
				<TrackRow
					key={track.id}
					track={track}
					index={index}
					state={rowState(player, track.id)}
					tools={downloads ? <DownloadLink track={track} from={downloads} /> : undefined}
					onPress={() => (player?.current?.id === track.id ? player.toggle() : player?.start(tracks, index))}
				/>
			))}
		</ol>
	);
}
