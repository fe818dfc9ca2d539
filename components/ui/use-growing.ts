import { useCallback, useEffect, useState } from "react";

/** How many rows are drawn at first, and how many more whenever the end comes near. */
const step = 100;

/**
 * Draws a long list as far as somebody has scrolled: `count` of its rows, more when the element with `end` comes near the window.
 * A list that becomes shorter, because it is searched, begins anew.
 */
export function useGrowing(total: number): { count: number; end: (element: Element | null) => (() => void) | undefined; more: boolean } {
	const [count, setCount] = useState(step);
	useEffect(() => {
		if (total < step) setCount(step);
	}, [total]);
	const end = useCallback((element: Element | null) => {
		if (!element) return;
		const watch = new IntersectionObserver(
			(seen) => {
				if (seen.some(({ isIntersecting }) => isIntersecting)) setCount((now) => now + step);
			},
			{ rootMargin: "1200px" },
		);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	return { count: Math.min(count, total), end, more: count < total };
}
