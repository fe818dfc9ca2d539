import { useCallback, useEffect, useRef, useState } from "react";
import { type Item, isBlank } from "./item";

type Items = readonly Item[];

/**
 * The items of a list that is being edited. An item that has no text yet, or none any more, is seen here and nowhere else: `onChange` gets the others,
 * when one of them changed. `arrange` changes what is there by then, not what was there when it was made.
 */
export function useItems(initial: Items, onChange: (kept: Item[]) => void) {
	const [items, setItems] = useState(initial);
	// An Undo that is pressed ten seconds later must not bring back the list of ten seconds ago.
	const latest = useRef(initial);
	const kept = useRef<Items>(initial);
	const tell = useRef(onChange);
	useEffect(() => {
		tell.current = onChange;
	});

	const show = useCallback((next: Items) => {
		latest.current = next;
		setItems(next);
	}, []);

	const arrange = useCallback(
		(change: (now: Items) => Items) => {
			const next = change(latest.current);
			if (next === latest.current) return;
			show(next);
			const full = next.filter((item) => !isBlank(item));
			if (full.length === kept.current.length && full.every((item, at) => item === kept.current[at])) return;
			kept.current = full;
			tell.current(full);
		},
		[show],
	);

	/** Shows what was saved elsewhere, and keeps the blank items of this page where they are. */
	const adopt = useCallback(
		(next: Items) => {
			kept.current = next;
			show(withBlanks(next, latest.current));
		},
		[show],
	);

	const now = useCallback(() => latest.current, []);
	return { items, arrange, adopt, now };
}

/** The items, and the blank ones of `before` behind those that they stood behind. */
export function withBlanks(items: Items, before: Items): Item[] {
	const blank = new Map<string | null, Item[]>();
	const there = new Set(items.map(({ id }) => id));
	let last: string | null = null;
	for (const item of before) {
		if (there.has(item.id)) last = item.id;
		else if (isBlank(item)) blank.set(last, [...(blank.get(last) ?? []), item]);
	}
	return [...(blank.get(null) ?? []), ...items.flatMap((item) => [item, ...(blank.get(item.id) ?? [])])];
}
