import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { containsWords } from "@/lib/text";
import { pageOf } from "./page";

export const itemSorts = ["newest", "updated", "title"] as const;
export type ItemFilter = { kinds: readonly string[]; q: string; sort: (typeof itemSorts)[number]; limit: number; cursor?: string };
/** `shares` counts the item's links that have not ended. */
export type ListedItem = { item: Item; shares: number };

const keys: Record<ItemFilter["sort"], (item: Item) => number | string> = {
	newest: () => 0,
	updated: (item) => item.updatedAt.getTime(),
	title: (item) => item.title,
};

/** One page of the owner's items that fit; `words` are what `q` is looked for in. Throws `bad_input` on `cursor`. */
export async function listItems(
	{ items, shares }: World,
	owner: Owner,
	{ kinds, q, sort, ...part }: ItemFilter,
	words: (item: Item) => string,
): Promise<{ items: ListedItem[]; next: string | null }> {
	const all = (await Promise.all(kinds.map((kind) => items.list({ ownerId: owner.id, kind })))).flat();
	const found = all.filter((item) => containsWords(words(item), q));
	const { page, next } = pageOf(found, (item) => [keys[sort](item), item.id], { ...part, byText: sort === "title" });
	const counts = new Map<number, number>();
	for (const { share } of await shares.list(owner.id))
		if (share.itemId !== null && !share.endedAt) counts.set(share.itemId, (counts.get(share.itemId) ?? 0) + 1);
	return { items: page.map((item) => ({ item, shares: counts.get(item.id) ?? 0 })), next };
}
