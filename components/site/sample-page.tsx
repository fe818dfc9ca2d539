"use client";

import { ListMusic } from "lucide-react";
import type { Player } from "@/components/player/player";
import { PlayerBar } from "@/components/player/player-bar";
import { TrackRow } from "@/components/player/track-row";

import { ShareHero } from "@/components/share/share-hero";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Equalizer } from "@/components/ui/equalizer";

const first = { id: "1", title: "Platform nine", artist: "Mira Holt", duration: 221, thumbnail: null };
const tracks = [
	first,
	{ id: "2", title: "Window seat", artist: "The Slow Carriage", duration: 245, thumbnail: null },
	{ id: "3", title: "Northbound", artist: "Mira Holt", duration: 178, thumbnail: null },
];

const nothing = () => {};

const player: Player = {
	current: first,
	queue: tracks,
	upNext: tracks.slice(1),
	phase: "playing",
	awaited: null,
	hasNext: true,
	repeat: "off",
	shuffle: false,
	volume: 1,
	muted: false,
	video: false,
	trouble: null,
	ended: false,
	mending: false,
	start: nothing,
	cue: nothing,
	toggle: nothing,
	pause: nothing,
	next: nothing,
	previous: nothing,
	jump: nothing,
	remove: nothing,
	seek: nothing,
	setRepeat: nothing,
	setShuffle: nothing,
	setVolume: nothing,
	time: () => 0,
	length: () => first.duration,
	onTick: () => nothing,
	mountAudio: () => undefined,
	mountStage: () => undefined,
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
				<div className="absolute inset-x-0 bottom-0">
					<PlayerBar player={player} track={first} onQueue={nothing} />
				</div>
			</div>
			<figcaption className="sr-only">A shared playlist: its cover, its songs, and a player that works without an account.</figcaption>
		</figure>
	);
}
