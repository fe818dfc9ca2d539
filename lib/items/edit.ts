import type { Item, ItemEdit, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";

/**
 * Applies `change` to the item as it is now, by compare-and-swap: an edit that came between is read again, not overwritten.
 * Files that go are removed after their rows. With `asOf` it is applied to that version or not at all. Throws `precondition_failed` when that one is past,
 * `version_conflict` after `tries` lost races, `not_found` when the item went.
 */
export async function editItem(
	{ items, blobs, clock }: World,
	item: Item,
	change: (current: Item) => ItemEdit,
	asOf?: number,
	tries = 5,
): Promise<Item> {
	let current: Item | null = item;
	for (let attempt = 0; attempt < tries && current; attempt++) {
		if (asOf !== undefined && current.version !== asOf) throw new Refused("precondition_failed");
		const freed = await items.update(current.id, current.version, { ...change(current), updatedAt: clock.now() });
		for (const key of freed ?? []) await blobs.remove(key);
		current = await items.byId(item.id);
		if (freed && current) return current;
	}
	throw new Refused(current ? "version_conflict" : "not_found");
}
