import { useRef, useState } from "react";
import type { Song } from "./model";

type Change = (now: readonly Song[]) => readonly Song[];

/** The songs of a playlist in their order; each change, made on what stands there now, is given to `save` as the songs' ids. */
export function useArrangement(initial: readonly Song[], save: (ids: string[]) => void): [readonly Song[], (change: Change) => void] {
	const [songs, setSongs] = useState(initial);
	// An Undo that is pressed ten seconds later must not bring back the order of ten seconds ago.
	const latest = useRef(initial);
	return [
		songs,
		(change) => {
			const next = change(latest.current);
			latest.current = next;
			setSongs(next);
			save(next.map(({ id }) => id));
		},
	];
}
