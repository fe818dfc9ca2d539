import { itemChanged } from "@/lib/changes";
import type { Item, World } from "@/lib/ports";

/** Removes an item with its files, ends its links and cuts what is open on them. */
export async function removeItem({ items, blobs, bus, clock }: World, item: Item): Promise<void> {
	const keys = await items.remove(item.id, clock.now());
	itemChanged(bus, item.id);
	// Rows first: a crash in between leaves files without rows, which the next start sweeps; never rows without files.
	for (const key of keys) await blobs.remove(key);
}
