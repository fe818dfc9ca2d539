import { useState } from "react";
import type { Item } from "./item";

/** How often each item that is new, or another than it was, has changed before the reader's eyes; those that never did are not in it. */
export function useFresh(items: readonly Item[]): ReadonlyMap<string, number> {
	const [seen, setSeen] = useState({ items, fresh: new Map<string, number>() });
	if (seen.items === items) return seen.fresh;
	const before = new Map(seen.items.map((item) => [item.id, item]));
	const fresh = new Map<string, number>();
	for (const { id, text, completed } of items) {
		const known = before.get(id);
		const changes = seen.fresh.get(id) ?? 0;
		const isSame = known?.text === text && known.completed === completed;
		if (!isSame || changes > 0) fresh.set(id, isSame ? changes : changes + 1);
	}
	setSeen({ items, fresh });
	return fresh;
}
