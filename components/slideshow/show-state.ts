/** Where a slideshow stands. */
export type ShowState = {
	index: number;
	/** The slide before this one, which is still leaving; null at the beginning. */
	left: number | null;
	/** Which way it went: 1 is on, -1 is back. */
	way: 1 | -1;
	/** Counts the slides that were come to, so that the same one again is another time. */
	visit: number;
	/** How long this one stays, in ms. */
	stay: number;
	playing: boolean;
};

/** `random` is between 0 and 1; `to` is any number, and goes round. */
export type ShowAction = { do: "go"; to: number; way: 1 | -1; random: number } | { do: "play"; on: boolean };
export type Interval = { intervalMin: number; intervalMax: number };

/** How long a picture stays, in ms. */
export function stayFor({ intervalMin, intervalMax }: Interval, random: number): number {
	return Math.round((intervalMin + (intervalMax - intervalMin) * random) * 1000);
}

export function beginAt(index: number, interval: Interval, random: number): ShowState {
	return { index, left: null, way: 1, visit: 0, stay: stayFor(interval, random), playing: true };
}

/** The next state of a slideshow of `count` slides. Of one slide alone it begins anew. */
export function nextState(state: ShowState, action: ShowAction, count: number, interval: Interval): ShowState {
	if (action.do === "play") return { ...state, playing: action.on };
	const index = ((action.to % count) + count) % count;
	return {
		...state,
		index,
		left: index === state.index ? null : state.index,
		way: action.way,
		visit: state.visit + 1,
		stay: stayFor(interval, action.random),
	};
}

/** The slides that are drawn: the one that is seen, the one that leaves, and the next one, which loads. Each once. */
export function drawn(
	{ index, left }: Pick<ShowState, "index" | "left">,
	count: number,
): { index: number; part: "seen" | "leaving" | "next" }[] {
	const next = (index + 1) % count;
	const all = [
		{ index, part: "seen" as const },
		...(left === null ? [] : [{ index: left, part: "leaving" as const }]),
		{ index: next, part: "next" as const },
	];
	return all.filter((each, at) => all.findIndex((other) => other.index === each.index) === at);
}
