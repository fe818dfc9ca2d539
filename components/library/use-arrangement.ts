import { useRef, useState } from "react";
import type { Song } from "./model";

type Change = (now: readonly Song[]) => readonly Song[];

/** The songs of a playlist in their order. `arrange` changes what stands there now and answers what came of it; `show` sets it. */
export function useArrangement(initial: readonly Song[]) {
	const [songs, setSongs] = useState(initial);
	// An Undo that is pressed ten seconds later must not bring back the order of ten seconds ago.
	const latest = useRef(initial);
	function show(next: readonly Song[]): readonly Song[] {
		latest.current = next;
		setSongs(next);
		return next;
	}
	return { songs, show, arrange: (change: Change) => show(change(latest.current)) };
}
