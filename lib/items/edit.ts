import type { Item, ItemChanges, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";

/**
 * Applies `change` to the item as it is now, by compare-and-swap: an edit that came between is read again, not overwritten.
 * With `asOf` it is applied to that version or not at all. Throws `precondition_failed` when that one is past,
 * `version_conflict` after five lost races, `not_found` when the item went.
 */
export async function editItem(
	{ items, clock }: World,
	item: Item,
	change: (current: Item) => Omit<ItemChanges, "updatedAt">,
	asOf?: number,
): Promise<Item> {
	let current: Item | null = item;
	for (let attempt = 0; attempt < 5 && current; attempt++) {
		if (asOf !== undefined && current.version !== asOf) throw new Refused("precondition_failed");
		const swapped = await items.update(current.id, current.version, { ...change(current), updatedAt: clock.now() });
		current = await items.byId(item.id);
		if (swapped && current) return current;
	}
	throw new Refused(current ? "version_conflict" : "not_found");
}
