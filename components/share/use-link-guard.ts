import { useEffect, useRef } from "react";

/** Where a stranger may always go: to the account that we ask for. */
const free = /^\/(?:signin|signup)(?:$|[/?#])/;

/** Whether following this link would leave the page for something that a stranger is asked an account for. */
export function isWayOut(event: MouseEvent, here: Location): boolean {
	if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
	const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
	if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return false;
	// In another tab the music plays on.
	if (link.target && link.target !== "_self") return false;
	if (link.origin !== here.origin) return /^https?:$/.test(link.protocol);
	if (link.pathname === here.pathname && link.search === here.search) return false;
	return !free.test(link.pathname);
}

/** Holds links back that lead away from the page, while `guarded`, and calls `onWayOut` instead. */
export function useLinkGuard(guarded: boolean, onWayOut: () => void) {
	const latest = useRef(onWayOut);
	useEffect(() => {
		latest.current = onWayOut;
	});
	useEffect(() => {
		if (!guarded) return;
		function click(event: MouseEvent) {
			if (!isWayOut(event, location)) return;
			event.preventDefault();
			event.stopPropagation();
			latest.current();
		}
		addEventListener("click", click, true);
		return () => removeEventListener("click", click, true);
	}, [guarded]);
}
