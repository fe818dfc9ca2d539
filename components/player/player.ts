import type { Repeat } from "./order";
import type { Playable, Track } from "./track";

/** What a page decides about listening; the player only plays. */
export type Source = {
	/**
	 * Where a track plays from, or null, after telling the person why not. `prepared` is set when the track is in memory already.
	 * `signal` is aborted when the answer is no longer wanted.
	 */
	admit: (track: Track, ask: { prepared: boolean; signal: AbortSignal }) => Promise<Playable | null>;
	/** Asked at the end of a track: may the next one start by itself? */
	mayFollow?: (ended: Track, next: Track | undefined) => boolean;
	/**
	 * The stream broke off. Where to go on from the same second, or null, after telling why not. `again` is set when it
	 * broke in the same place as before: then it is the file.
	 */
	recover: (track: Track, ask: { again: boolean; signal: AbortSignal }) => Promise<Playable | null>;
	/** The address of a track that may be fetched before it is asked for, because nothing is spent by it. */
	ahead?: (track: Track) => string | null;
};

export type PlayerState = {
	current: Track | null;
	/** The list that is played, as it was given. */
	queue: readonly Track[];
	/** What follows, in the order in which it will be played. */
	upNext: readonly Track[];
	phase: "idle" | "loading" | "playing" | "paused";
	/** The track that has been asked for and is not admitted yet. */
	awaited: Track | null;
	hasNext: boolean;
	repeat: Repeat;
	shuffle: boolean;
	/** From 0 to 1. */
	volume: number;
	muted: boolean;
	/** The current track is a video, and has to be seen. */
	video: boolean;
	/** Why the current track cannot be played, in words for the listener. */
	trouble: string | null;
	/** The track has played to its end, and nothing followed. */
	ended: boolean;
	/** The stream has broken off, and is being taken up again. */
	mending: boolean;
};

export type PlayerActions = {
	start: (queue: readonly Track[], index: number) => void;
	/** Shows a track at that second without playing it: `toggle` then begins there. */
	cue: (queue: readonly Track[], index: number, second: number) => void;
	toggle: () => void;
	pause: () => void;
	next: () => void;
	previous: () => void;
	/** Plays the track that would come `ahead` (1 or more) tracks from now. */
	jump: (ahead: number) => void;
	/** Takes out the track that would come `ahead` tracks from now. */
	remove: (ahead: number) => void;
	seek: (to: number) => void;
	setRepeat: (repeat: Repeat) => void;
	setShuffle: (shuffle: boolean) => void;
	setVolume: (volume: number, muted: boolean) => void;
	/** Where the current track is, seconds. */
	time: () => number;
	/** How long it is, seconds; 0 while unknown. */
	length: () => number;
	/** Calls back whenever `time` or `length` may have changed; answers how to stop. */
	onTick: (notify: () => void) => () => void;
	/** The audio element to play through; answers how to let go of it. */
	mountAudio: (element: HTMLAudioElement | null) => (() => void) | undefined;
	/** Where videos are shown. */
	mountStage: (element: HTMLElement | null) => (() => void) | undefined;
};

export type Player = PlayerState & PlayerActions;
