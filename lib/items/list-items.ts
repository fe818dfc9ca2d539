import type { Owner } from "@/lib/authority";
import type { ItemHead, World } from "@/lib/ports";
import { containsWords } from "@/lib/text";
import { pageOf } from "./page";

export const itemSorts = ["newest", "updated", "title"] as const;
export type ItemFilter = { kinds: readonly string[]; q: string; sort: (typeof itemSorts)[number]; limit: number; cursor?: string };
/** `shares` counts the item's links that have not ended. */
export type ListedItem = { item: ItemHead; shares: number };

const keys: Record<ItemFilter["sort"], (item: ItemHead) => number | string> = {
	newest: () => 0,
	updated: (item) => item.updatedAt.getTime(),
	title: (item) => item.title,
};

/** One page of the owner's items that fit: `q` is looked for in what lists show of them. Throws `bad_input` on `cursor`. */
export async function listItems(
	{ items, shares }: World,
	owner: Owner,
	{ kinds, q, sort, ...part }: ItemFilter,
): Promise<{ items: ListedItem[]; next: string | null }> {
	const all = await items.heads({ ownerId: owner.id, kinds });
	const found = all.filter(({ title, note, description }) => containsWords(`${title} ${note} ${description}`, q));
	const { page, next } = pageOf(found, (item) => [keys[sort](item), item.id], { ...part, byText: sort === "title" });
	const counts = new Map<number, number>();
	for (const { share } of await shares.list(owner.id))
		if (share.itemId !== null && !share.endedAt) counts.set(share.itemId, (counts.get(share.itemId) ?? 0) + 1);
	return { items: page.map((item) => ({ item, shares: counts.get(item.id) ?? 0 })), next };
}
