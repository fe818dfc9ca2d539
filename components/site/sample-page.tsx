"use client";

import { ListMusic } from "lucide-react";
import { PlayerBar } from "@/components/player/player-bar";
import { TrackRow } from "@/components/player/track-row";
import type { Player } from "@/components/player/use-player";
import { ShareHero } from "@/components/share/share-hero";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Equalizer } from "@/components/ui/equalizer";

const tracks = [
	{ id: "1", title: "Platform nine", artist: "Mira Holt", duration: 221, thumbnail: null },
	{ id: "2", title: "Window seat", artist: "The Slow Carriage", duration: 245, thumbnail: null },
	{ id: "3", title: "Northbound", artist: "Mira Holt", duration: 178, thumbnail: null },
];

const nothing = () => {};

const player: Player = {
	audio: { current: null },
	current: tracks[0] ?? null,
	queue: tracks,
	phase: "playing",
	awaited: null,
	hasNext: true,
	start: nothing,
	toggle: nothing,
	next: nothing,
	previous: nothing,
};

/** A picture of a shared page, made of the real thing's own parts. */
export function SamplePage() {
	return (
		<figure>
			<div
				inert
				aria-hidden="true"
				data-kind="playlist"
				className="relative isolate flex h-[41.5rem] flex-col overflow-hidden rounded-[2.25rem] border border-line bg-paper pt-9 shadow-2"
			>
				<ShareHero
					as="p"
					title="Late train home"
					thumbnail={null}
					ownerName="Ada"
					description=""
					facts="Playlist · 8 songs · 31 min"
					icon={ListMusic}
				>
					<Button tone="primary" className="min-w-28">
						<Equalizer /> Playing
					</Button>
					<Chip tone="warn">2 plays remaining</Chip>
				</ShareHero>
				<ol className="@container mt-5 px-2.5">
					{tracks.map((track, index) => (
						<TrackRow key={track.id} track={track} index={index} state={index === 0 ? "playing" : "off"} onPress={nothing} />
					))}
				</ol>
				<PlayerBar player={player} className="absolute!" />
			</div>
			<figcaption className="sr-only">A shared playlist: its cover, its songs, and a player that works without an account.</figcaption>
		</figure>
	);
}
