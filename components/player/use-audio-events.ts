import { type RefObject, useEffect, useRef } from "react";

/** Calls the newest of the given listeners when the audio element fires their event. */
export function useAudioEvents(audio: RefObject<HTMLAudioElement | null>, listeners: Record<string, (element: HTMLAudioElement) => void>) {
	const latest = useRef(listeners);
	useEffect(() => {
		latest.current = listeners;
	});
	useEffect(() => {
		const element = audio.current;
		if (!element) return;
		const names = Object.keys(latest.current);
		const hear = (event: Event) => latest.current[event.type]?.(element);
		for (const name of names) element.addEventListener(name, hear);
		return () => {
			for (const name of names) element.removeEventListener(name, hear);
		};
	}, [audio]);
}
