import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { containsWords } from "@/lib/text";

export const itemSorts = ["newest", "updated", "title"] as const;
export type ItemFilter = { kinds: readonly string[]; q: string; sort: (typeof itemSorts)[number]; limit: number; cursor?: string };
/** `shares` counts the item's links that have not ended. */
export type ListedItem = { item: Item; shares: number };

/** Where an item stands in an order: a number counts down, a text up; equals newest first. */
type Place = [key: number | string, id: number];

const keys: Record<ItemFilter["sort"], (item: Item) => number | string> = {
	newest: () => 0,
	updated: (item) => item.updatedAt.getTime(),
	title: (item) => item.title,
};
const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const place = z.tuple([z.union([z.number(), z.string()]), z.number().int()]);

/**
 * One page of the owner's items that fit; `words` are what `q` is looked for in. `next` holds the place of the last one, not its
 * number among others: what is added or deleted meanwhile moves nothing twice. Throws `bad_input` on `cursor`.
 */
export async function listItems(
	{ items, shares }: World,
	owner: Owner,
	{ kinds, q, sort, limit, cursor }: ItemFilter,
	words: (item: Item) => string,
): Promise<{ items: ListedItem[]; next: string | null }> {
	const after = cursor === undefined ? null : parseCursor(cursor, sort);
	const all = (await Promise.all(kinds.map((kind) => items.list({ ownerId: owner.id, kind })))).flat();
	const placed = all
		.filter((item) => containsWords(words(item), q))
		.map((item) => ({ item, place: [keys[sort](item), item.id] satisfies Place as Place }))
		.sort((a, b) => order(a.place, b.place));
	const left = after ? placed.filter((each) => order(after, each.place) < 0) : placed;
	const page = left.slice(0, limit);
	const counts = new Map<number, number>();
	for (const { share } of await shares.list(owner.id))
		if (share.itemId !== null && !share.endedAt) counts.set(share.itemId, (counts.get(share.itemId) ?? 0) + 1);
	const last = page.at(-1);
	return {
		items: page.map(({ item }) => ({ item, shares: counts.get(item.id) ?? 0 })),
		next: last && left.length > limit ? Buffer.from(JSON.stringify(last.place)).toString("base64url") : null,
	};
}

function order([a, idA]: Place, [b, idB]: Place): number {
	const byKey = typeof a === "string" || typeof b === "string" ? compare(String(a), String(b)) : b - a;
	return byKey || idB - idA;
}

function parseCursor(cursor: string, sort: ItemFilter["sort"]): Place {
	try {
		const read = place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
		if ((typeof read[0] === "string") === (sort === "title")) return read;
	} catch {}
	throw badField("cursor", "Start again from the first page");
}
