"use client";

import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { usePlayerAround } from "@/components/player/player-context";
import { rowState } from "@/components/player/track-list";
import { TrackRow } from "@/components/player/track-row";
import { Button } from "@/components/ui/button";
import { useListening } from "./listening-context";
import type { SharedTrack } from "./model";

/** A song's page, or the list behind it: one step back. */
export function SongAndList({ song, list }: { song: ReactNode; list: ReactNode }) {
	return useListening().list?.shown ? list : song;
}

/** Leads to the list behind the song, as the browser's Back does. */
export function BackToList({ title }: { title: string }) {
	const { list } = useListening();
	return (
		<Button tone="quiet" size="s" onClick={() => list?.show()} className="max-w-full min-w-0">
			<ArrowLeft aria-hidden="true" />
			<span className="truncate">
				Back to <bdi>{title}</bdi>
			</span>
		</Button>
	);
}

/** The one action of the list's page: the song again, large. */
export function OpenSong({ title }: { title: string }) {
	const { list } = useListening();
	return (
		<Button tone="primary" onClick={() => list?.leave()} className="max-w-full min-w-0">
			<span className="truncate">
				Open <bdi>{title}</bdi>
			</span>
		</Button>
	);
}

/** The songs of the list behind a shared song. All are there to be seen; the shared one plays. */
export function ContextList({ tracks, shared }: { tracks: readonly SharedTrack[]; shared: SharedTrack }) {
	const player = usePlayerAround();
	const { askForMore } = useListening();
	return (
		<ol className="@container">
			{tracks.map((track, index) => {
				const isShared = track.id === shared.id;
				return (
					<TrackRow
						key={track.id}
						track={track}
						index={index}
						state={isShared ? rowState(player, track.id) : "locked"}
						onPress={() => {
							if (!isShared) askForMore();
							else if (player?.current) player.toggle();
							else player?.start([shared], 0);
						}}
					/>
				);
			})}
		</ol>
	);
}
