import { useEffect, useState } from "react";

const isOurs = (state: unknown) => typeof state === "object" && state !== null && "slideshow" in state && state.slideshow === true;

/** Opens a slideshow at a slide. Back closes it, as people expect of whatever covers the page, and closing goes back. */
export function useShowWindow() {
	const [from, setFrom] = useState<number | null>(null);
	useEffect(() => {
		const arrive = ({ state }: PopStateEvent) => {
			if (!isOurs(state)) setFrom(null);
		};
		addEventListener("popstate", arrive);
		return () => removeEventListener("popstate", arrive);
	}, []);
	return {
		/** The slide that it was opened at, or null. */
		from,
		open(index: number) {
			if (!isOurs(history.state)) history.pushState({ slideshow: true }, "");
			setFrom(index);
		},
		close() {
			if (isOurs(history.state)) history.back();
			else setFrom(null);
		},
	};
}
