import { useEffect, useRef } from "react";
import { recalled, remember } from "./memory";
import type { Player } from "./player";
import type { Place } from "./recall";
import type { Track } from "./track";

/** How often the second is written down while a song plays, milliseconds. */
const often = 5_000;

/**
 * Takes the player back to where it was when the page was left: the same song, paused at the same second. What was there stands
 * under `key`. `always` shows the first track even when nothing was.
 */
export function usePlaceMemory(player: Player, key: string, tracks: readonly Track[], always: boolean) {
	const latest = useRef(player);
	useEffect(() => {
		latest.current = player;
	});

	useEffect(() => {
		let gone = false;
		const text = recalled(key);
		const show = (place: Place | null) => {
			if (gone) return;
			const now = latest.current;
			if (place && !now.current) {
				now.setRepeat(place.repeat);
				now.setShuffle(place.shuffle);
			}
			const index = tracks.findIndex(({ id }) => id === place?.song);
			if (place && index >= 0) now.cue(tracks, index, place.second);
			else if (always) now.cue(tracks, 0, 0);
		};
		if (text === null) show(null);
		else void import("./recall").then(({ readPlace }) => show(readPlace(text)));
		return () => {
			gone = true;
		};
	}, [key, tracks, always]);

	const { current, phase, repeat, shuffle } = player;
	const song = current?.id ?? null;
	useEffect(() => {
		if (song === null) return;
		const write = () => {
			const { time, length } = latest.current;
			const second = time();
			remember(key, { song, second: length() > 0 && second >= length() - 1 ? 0 : second, repeat, shuffle } satisfies Place);
		};
		write();
		const timer = phase === "playing" ? setInterval(write, often) : undefined;
		addEventListener("pagehide", write);
		document.addEventListener("visibilitychange", write);
		return () => {
			clearInterval(timer);
			removeEventListener("pagehide", write);
			document.removeEventListener("visibilitychange", write);
		};
	}, [key, song, phase, repeat, shuffle]);
}
