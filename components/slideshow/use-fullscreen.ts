import { type RefObject, useCallback, useSyncExternalStore } from "react";

const onChange = (changed: () => void) => {
	document.addEventListener("fullscreenchange", changed);
	return () => document.removeEventListener("fullscreenchange", changed);
};

/** Whether an element can fill the whole screen, which phones of Apple do not allow, whether it does, and a switch. */
export function useFullscreen(element: RefObject<HTMLElement | null>) {
	const isFull = useSyncExternalStore(
		onChange,
		() => document.fullscreenElement !== null,
		() => false,
	);
	const isPossible = useSyncExternalStore(
		onChange,
		() => document.fullscreenEnabled === true,
		() => false,
	);
	const toggle = useCallback(() => {
		// Whoever is told no sees the show in the window, as before.
		if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
		else if (document.fullscreenEnabled) void element.current?.requestFullscreen({ navigationUI: "hide" }).catch(() => {});
	}, [element]);
	return { isFull, isPossible, toggle };
}
