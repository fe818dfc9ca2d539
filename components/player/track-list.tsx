"use client";

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

/** The songs of a page, in order. */
export function TrackList({ tracks }: { tracks: readonly Track[] }) {
	const player = usePlayerAround();
	return (
		<ol className="@container">
			{tracks.map((track, index) => (
				<TrackRow
					key={track.id}
					track={track}
					index={index}
					state={rowState(player, track.id)}
					onPress={() => (player?.current?.id === track.id ? player.toggle() : player?.start(tracks, index))}
				/>
			))}
		</ol>
	);
}
