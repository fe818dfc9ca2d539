import { useCallback, useEffect, useRef } from "react";

/** The floor that a history entry of ours stands for. What another script or an older version of us left there counts as none. */
function floorOf(state: unknown): number | null {
	const floor = typeof state === "object" && state !== null && "pageFloor" in state ? state.pageFloor : null;
	return typeof floor === "number" && Number.isInteger(floor) && floor >= 0 ? floor : null;
}

/**
 * Lets the browser's Back walk down inside of the page. The page stands on floor `wanted`; each Back leads one floor down, which
 * `onFloor` is told; from floor 0 it leaves. The floors are history entries, laid at the first press of anything: browsers pass
 * over entries of a page that nobody has touched. See docs/decisions/0014.
 */
export function useWayBack(wanted: number, onFloor: (floor: number) => void) {
	const floor = useRef(0);
	const latest = useRef({ wanted, onFloor });
	useEffect(() => {
		latest.current = { wanted, onFloor };
	});

	/** Lays the floors that are missing. To be called from a press. */
	const rise = useCallback((to: number) => {
		while (floor.current < to) {
			floor.current += 1;
			history.pushState({ pageFloor: floor.current }, "");
		}
	}, []);

	useEffect(() => {
		// After a reload the entries are still there.
		const here = floorOf(history.state);
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
