import type { Owner } from "@/lib/authority";
import type { Item, ItemHead, World } from "@/lib/ports";

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

/** Each of these with the first member of its item, whose cover it shows when it has none of its own. */
export async function withFirst<T extends { item: ItemHead | null }>(
	{ items }: World,
	all: T[],
): Promise<(T & { first: Item | undefined })[]> {
	const bare = all.flatMap(({ item }) => (item && item.cover === null && item.picture === null ? [item.id] : []));
	const first = await items.firstMembers(bare);
	return all.map((each) => ({ ...each, first: each.item ? first.get(each.item.id) : undefined }));
}

/** The same for one. */
export async function firstOf<T extends { item: Item }>(world: World, one: T): Promise<T & { first: Item | undefined }> {
	const first = await world.items.firstMembers([one.item.id]);
	return { ...one, first: first.get(one.item.id) };
}
