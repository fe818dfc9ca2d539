import { useCallback, useEffect, useRef } from "react";

/** The floor that a history entry of ours stands for. What another script or an older version of us left there counts as none. */
function floorOf(state: unknown): number | null {
	const floor = typeof state === "object" && state !== null && "pageFloor" in state ? state.pageFloor : null;
	return typeof floor === "number" && Number.isInteger(floor) && floor >= 0 ? floor : null;
}

/** Whether the entry was laid for somebody who is asked before leaving. */
function isGuard(state: unknown): boolean {
	return typeof state === "object" && state !== null && "pageGuard" in state && state.pageGuard === true;
}

function markGuard(pageGuard: boolean) {
	history.replaceState({ ...history.state, pageGuard }, "");
}

/**
 * Whoever was asked before leaving has signed in since then, and meets the entries that were laid for the question: at the top one, by
 * Back, all are stepped over; by a reload they stay, and their floors are those of who may leave.
 */
function outgrow(floor: number | null): number | null {
	const ground = floor && floor - 1;
	// Once only: who means to come here by Forward can.
	history.replaceState({ ...history.state, pageFloor: ground, pageGuard: false }, "");
	const [arrival] = performance.getEntriesByType("navigation");
	if (arrival instanceof PerformanceNavigationTiming && arrival.type === "back_forward") history.go(-(floor ?? 0) - 1);
	return ground;
}

/**
 * Lets the browser's Back walk down inside of the page. The page stands on floor `wanted`; each Back leads one floor down, which
 * `onFloor` is told; from floor 0 it leaves. The floors are history entries, laid at the first press of anything: browsers pass
 * over entries of a page that nobody has touched. `guard`: the lowest floor is the question. See docs/decisions/0014.
 */
export function useWayBack(wanted: number, guard: boolean, onFloor: (floor: number) => void) {
	const floor = useRef(0);
	const latest = useRef({ wanted, guard, onFloor });
	useEffect(() => {
		latest.current = { wanted, guard, onFloor };
	});

	/** Lays the floors that are missing. To be called from a press. */
	const rise = useCallback((to: number) => {
		if (floor.current === 0 && to > 0 && isGuard(history.state)) markGuard(false);
		while (floor.current < to) {
			floor.current += 1;
			history.pushState({ pageFloor: floor.current, pageGuard: latest.current.guard }, "");
		}
	}, []);

	useEffect(() => {
		// After a reload the entries are still there.
		const found = floorOf(history.state);
		const here = isGuard(history.state) && !latest.current.guard ? outgrow(found) : found;
		if (here !== null) {
			floor.current = here;
			latest.current.onFloor(here);
		}
		const press = (event: Event) => {
			// Alt and an arrow is Back itself.
			if (event instanceof KeyboardEvent && (event.altKey || event.ctrlKey || event.metaKey)) return;
			if (event.isTrusted) rise(latest.current.wanted);
		};
		const arrive = ({ state }: PopStateEvent) => {
			floor.current = floorOf(state) ?? 0;
			// Who signs in from the question does not want to meet this entry again.
			if (floor.current === 0 && latest.current.guard) markGuard(true);
			latest.current.onFloor(floor.current);
		};
		addEventListener("click", press, true);
		addEventListener("keydown", press, true);
		addEventListener("popstate", arrive);
		return () => {
			removeEventListener("click", press, true);
			removeEventListener("keydown", press, true);
			removeEventListener("popstate", arrive);
		};
	}, [rise]);

	return { rise, isAbove: useCallback((other: number) => floor.current > other, []) };
}
