/** A thing that stands at all numbers from `first` to `last`. */
export type Span<T> = { first: number; last: number; thing: T };
/** At the numbers from `starts[n]` up to the next start stand `things[n]`; the starts are sorted. */
export type SpanTable<T> = { starts: readonly number[]; things: readonly (readonly T[])[] };

/** The spans, which may overlap, as one table. */
export function spanTable<T>(spans: readonly Span<T>[]): SpanTable<T> {
	const edges = spans
		.flatMap(({ first, last, thing }) => [
			{ at: first, thing, step: 1 },
			{ at: last + 1, thing, step: -1 },
		])
		.sort((a, b) => a.at - b.at);
	const open = new Map<T, number>();
	const starts: number[] = [];
	const things: T[][] = [];
	for (const [place, { at, thing, step }] of edges.entries()) {
		const count = (open.get(thing) ?? 0) + step;
		if (count === 0) open.delete(thing);
		else open.set(thing, count);
		if (edges[place + 1]?.at === at) continue;
		starts.push(at);
		things.push([...open.keys()]);
	}
	return { starts, things };
}

/** What stands at that number, found by halving. */
export function thingsAt<T>({ starts, things }: SpanTable<T>, number: number): readonly T[] {
	let [low, high] = [0, starts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= number) low = middle + 1;
		else high = middle;
	}
	return things[low - 1] ?? [];
}
