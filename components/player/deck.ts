/** What a deck tells its player. */
export type DeckNews = {
	playing: () => void;
	/** It would play, and waits for data. */
	waiting: () => void;
	paused: () => void;
	ended: () => void;
	/** The stream broke off. */
	broken: () => void;
	/** It cannot be played, and trying again would not help: why, in words for the listener. */
	failed: (why: string) => void;
	/** The time, the length or what is loaded has changed. */
	ticked: () => void;
};

/** What plays a track: our own audio element, or a video elsewhere. Times are seconds. */
export type Deck = {
	/** Begins to play `what` (an address, or a video's id) at the second `from`. */
	load: (what: string, from: number) => void;
	play: () => void;
	pause: () => void;
	seek: (to: number) => void;
	/** From 0 to 1. */
	setVolume: (volume: number) => void;
	time: () => number;
	/** 0 while unknown. */
	length: () => number;
	/** Whether the network has nothing more to do for this track, or will not have for long. */
	isNearlyDone: () => boolean;
	/** Falls silent and forgets its track. */
	clear: () => void;
};
