import { useCallback, useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import { beginAt, nextState, type ShowAction, type ShowState } from "./show-state";
import type { Pace, Slide } from "./slide";

const onVisibility = (changed: () => void) => {
	document.addEventListener("visibilitychange", changed);
	return () => document.removeEventListener("visibilitychange", changed);
};
const isVisible = () => document.visibilityState === "visible";

export type Show = ShowState & {
	slide: Slide;
	/** Whether its time runs: it plays, is there and is looked at. */
	running: boolean;
	on: () => void;
	back: () => void;
	goTo: (index: number) => void;
	toggle: () => void;
	/** What is seen has loaded, or never will: its time begins. */
	ready: () => void;
	/** A video has come to its end. */
	ended: () => void;
};

/** Runs a slideshow from this slide on: a picture stays for its time, which begins when it is there, a video to its end. */
export function useShow(slides: readonly Slide[], start: number, pace: Pace): Show {
	const count = slides.length;
	const [state, dispatch] = useReducer(
		(now: ShowState, action: ShowAction) => nextState(now, action, count, pace),
		null,
		() => beginAt(start, pace, Math.random()),
	);
	const { index, visit, stay, playing } = state;
	const [readyVisit, setReadyVisit] = useState(-1);
	const visible = useSyncExternalStore(onVisibility, isVisible, () => true);
	const slide = slides[index] ?? { id: 0, type: "image" as const, url: "", thumbnail: null, caption: "", width: 1, height: 1 };

	const go = useCallback((to: number, way: 1 | -1) => dispatch({ do: "go", to, way, random: Math.random() }), []);
	const running = playing && visible && readyVisit === visit;

	const left = useRef({ visit: -1, ms: 0 });
	useEffect(() => {
		if (!running || pace.isManualMode || slide.type === "video") return;
		if (left.current.visit !== visit) left.current = { visit, ms: stay };
		const since = performance.now();
		const timer = setTimeout(() => go(index + 1, 1), left.current.ms);
		return () => {
			clearTimeout(timer);
			// What is left of it when it is paused, or when nobody looks.
			left.current.ms -= performance.now() - since;
		};
	}, [running, pace.isManualMode, slide.type, visit, stay, index, go]);

	return {
		...state,
		slide,
		running,
		on: () => go(index + 1, 1),
		back: () => go(index - 1, -1),
		goTo: (to) => go(to, to < index ? -1 : 1),
		toggle: () => dispatch({ do: "play", on: !playing }),
		ready: () => setReadyVisit(visit),
		ended: () => !pace.isManualMode && go(index + 1, 1),
	};
}
