import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";

export type Collection = { item: Item; members: Item[] };

/** The collection with its members in order. */
export async function withMembers({ items }: World, item: Item): Promise<Collection> {
	return { item, members: (await items.members([item.id])).get(item.id) ?? [] };
}

/** The owner's collections of that kind, newest first, with their members. */
export async function listWithMembers({ items }: World, owner: Owner, kind: string): Promise<Collection[]> {
	const collections = await items.list({ ownerId: owner.id, kind });
	const members = await items.members(collections.map((item) => item.id));
	return collections.map((item) => ({ item, members: members.get(item.id) ?? [] }));
}
