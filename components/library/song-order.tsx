"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { usePlayerAround } from "@/components/player/player-context";
import { rowState } from "@/components/player/track-list";
import { TrackRow } from "@/components/player/track-row";
import { Button } from "@/components/ui/button";
import type { Song } from "./model";

/** The songs of a playlist, to be moved and taken out. Moving and removing are told in words too. */
export function SongOrder({ songs, onChange }: { songs: readonly Song[]; onChange: (songs: Song[]) => void }) {
	const player = usePlayerAround();
	const [said, setSaid] = useState("");

	function move(from: number, by: -1 | 1) {
		const song = songs[from];
		const to = from + by;
		if (!song || to < 0 || to >= songs.length) return;
		onChange(songs.toSpliced(from, 1).toSpliced(to, 0, song));
		setSaid(`${song.title}: now number ${to + 1} of ${songs.length}`);
	}

	return (
		<>
			<p role="status" className="sr-only">
				{said}
			</p>
			<ol className="@container">
				{songs.map((song, index) => (
					<TrackRow
						key={song.id}
						track={song}
						index={index}
						state={rowState(player, song.id)}
						onPress={() => (player?.current?.id === song.id ? player.toggle() : player?.start(songs, index))}
						tools={
							<>
								{/* Not `disabled` at the ends: a button that is pressed again and again must keep the focus. */}
								<Button
									tone="quiet"
									size="s"
									icon
									aria-label={`Move up ${song.title}`}
									aria-disabled={index === 0}
									onClick={() => move(index, -1)}
								>
									<ArrowUp />
								</Button>
								<Button
									tone="quiet"
									size="s"
									icon
									aria-label={`Move down ${song.title}`}
									aria-disabled={index === songs.length - 1}
									onClick={() => move(index, 1)}
								>
									<ArrowDown />
								</Button>
								<Button
									tone="quiet"
									size="s"
									icon
									aria-label={`Remove ${song.title}`}
									onClick={() => {
										onChange(songs.toSpliced(index, 1));
										setSaid(`${song.title} removed from the playlist`);
									}}
								>
									<X />
								</Button>
							</>
						}
					/>
				))}
			</ol>
		</>
	);
}
