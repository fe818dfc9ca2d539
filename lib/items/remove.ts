import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { itemId } from "./item-id";

/** How long a deleted item can be taken back, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;

/** Deletes an item: it is gone for everybody at once, links and running streams included. `restoreItem` takes it back. */
export async function removeItem({ items, clock }: World, item: Item): Promise<void> {
	await items.trash(item.id, clock.now());
}

/** Takes a deleted item of the owner back, with its links, counts and places in playlists. Throws `not_found`, `already_there`. */
export async function restoreItem({ items }: World, owner: Owner, id: string): Promise<Item> {
	const number = itemId(id);
	const item = number === null ? null : await items.restore({ id: number, ownerId: owner.id });
	if (!item) throw new Refused("not_found");
	return item;
}

/** Removes for good, files included, what was deleted more than a day ago. Answers how many files went. */
export async function purgeItems({ items, blobs, clock }: World): Promise<number> {
	const keys = await items.purge(new Date(clock.now().getTime() - keptFor));
	// Rows first: a crash in between leaves files without rows, which the next start sweeps; never rows without files.
	for (const key of keys) await blobs.remove(key);
	return keys.length;
}
