import { type RefObject, useCallback, useSyncExternalStore } from "react";

/**
 * A number read off the audio element, again whenever one of `events` fires. Only what shows it is rendered again: the clock
 * ticks four times a second.
 */
export function useAudioValue(ref: RefObject<HTMLAudioElement | null>, events: string, read: (audio: HTMLAudioElement) => number): number {
	const subscribe = useCallback(
		(notify: () => void) => {
			const audio = ref.current;
			const names = events.split(" ");
			for (const name of names) audio?.addEventListener(name, notify);
			return () => {
				for (const name of names) audio?.removeEventListener(name, notify);
			};
		},
		[ref, events],
	);
	return useSyncExternalStore(
		subscribe,
		() => (ref.current ? read(ref.current) : 0),
		() => 0,
	);
}
