import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { type RefusalCode, Refused } from "@/lib/refused";
import { itemId } from "./item-id";

/** The owner's item of that id, of whatever kind. Throws `not_found`. */
export async function anyOwnItem({ items }: World, owner: Owner, id: string): Promise<Item> {
	const number = itemId(id);
	const item = number === null ? null : await items.byId(number);
	if (item?.ownerId !== owner.id) throw new Refused("not_found");
	return item;
}

/**
 * The owner's item of that kind and id. Absent, malformed and of another kind throw `absent`; so does a foreign one, unless
 * `foreign` gives that its own answer.
 */
export async function ownItem(
	{ items }: World,
	owner: Owner,
	kind: string,
	id: string,
	{ absent, foreign = absent }: { absent: RefusalCode; foreign?: RefusalCode },
): Promise<Item> {
	const number = itemId(id);
	const item = number === null ? null : await items.byId(number);
	if (!item || item.kind !== kind) throw new Refused(absent);
	if (item.ownerId !== owner.id) throw new Refused(foreign);
	return item;
}
