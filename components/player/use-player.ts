import { type RefObject, useRef, useState } from "react";
import type { Track } from "./track";
import { useAudioEvents } from "./use-audio-events";

/** What a page decides about listening; the player only plays. */
export type Source = {
	/** The address to stream a track from, or null, after telling the person why not. */
	admit: (track: Track) => Promise<string | null>;
	/** Asked at the end of a track: may the next one start by itself? */
	mayFollow?: (ended: Track, next: Track | undefined) => boolean;
	/**
	 * The stream broke off. The address to go on with from the same second, or null, after telling why not. `again` is set when it
	 * broke in the same place as before: then it is the file.
	 */
	recover: (track: Track, again: boolean) => Promise<string | null>;
};

export type Player = {
	audio: RefObject<HTMLAudioElement | null>;
	current: Track | null;
	queue: readonly Track[];
	phase: "idle" | "loading" | "playing" | "paused";
	/** The track that has been asked for and is not admitted yet. */
	awaited: Track | null;
	hasNext: boolean;
	start: (queue: readonly Track[], index: number) => void;
	toggle: () => void;
	next: () => void;
	previous: () => void;
};

type Place = { queue: readonly Track[]; index: number };

/** Plays a queue of tracks through one audio element, which the caller renders with `audio` as its ref. */
export function usePlayer(source: Source): Player {
	const audio = useRef<HTMLAudioElement>(null);
	const [place, setPlace] = useState<Place | null>(null);
	const [awaited, setAwaited] = useState<Track | null>(null);
	const [phase, setPhase] = useState<Player["phase"]>("idle");
	// A newer press makes the answer to an older one stale.
	const press = useRef(0);
	// The second at which the stream broke off and waits to be taken up; and where it was last taken up.
	const broken = useRef<number | null>(null);
	const mended = useRef<number | null>(null);

	const ahead = (by: number) => (place ? place.queue[place.index + by] : undefined);
	const current = ahead(0) ?? null;

	function play(url: string | null, from = 0) {
		const element = audio.current;
		if (!element) return;
		if (url) {
			element.src = url;
			if (from > 0) element.currentTime = from;
		}
		// A refusal to start by itself shows as "paused"; a broken stream has its own event.
		element.play().catch(() => setPhase((now) => (now === "loading" ? "paused" : now)));
	}

	async function start(queue: readonly Track[], index: number) {
		const track = queue[index];
		if (!track) return;
		const mine = ++press.current;
		// iOS lets an element play later only if it was touched during the press itself.
		if (audio.current && !audio.current.src) audio.current.load();
		setAwaited(track);
		const url = await source.admit(track);
		if (mine !== press.current) return;
		setAwaited(null);
		if (!url) return;
		broken.current = null;
		mended.current = null;
		setPlace({ queue, index });
		setPhase("loading");
		play(url);
	}

	async function mend(track: Track, from: number, again: boolean) {
		const mine = ++press.current;
		setPhase("loading");
		const url = await source.recover(track, again);
		if (mine !== press.current) return;
		if (!url) return setPhase("paused");
		broken.current = null;
		mended.current = from;
		play(url, from);
	}

	function step(by: number) {
		if (place && ahead(by)) void start(place.queue, place.index + by);
	}

	useAudioEvents(audio, {
		playing: () => setPhase("playing"),
		waiting: () => setPhase("loading"),
		pause: () => setPhase((now) => (now === "idle" ? now : "paused")),
		ended: () => {
			if (current && (source.mayFollow?.(current, ahead(1)) ?? true)) step(1);
		},
		error: (element) => {
			if (!current) return;
			const from = element.currentTime || mended.current || 0;
			const again = mended.current !== null && Math.abs(from - mended.current) < 1;
			broken.current = from;
			void mend(current, from, again);
		},
	});

	return {
		audio,
		current,
		queue: place?.queue ?? [],
		phase,
		awaited,
		hasNext: ahead(1) !== undefined,
		start: (queue, index) => void start(queue, index),
		toggle: () => {
			const element = audio.current;
			if (!element || !current) return;
			if (broken.current !== null) void mend(current, broken.current, false);
			else if (element.paused) play(null);
			else element.pause();
		},
		next: () => step(1),
		previous: () => {
			const element = audio.current;
			// As people know it from every player: the first press goes back to the start of the song.
			if (element && (element.currentTime > 3 || !ahead(-1))) element.currentTime = 0;
			else step(-1);
		},
	};
}
