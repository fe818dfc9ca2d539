import { z } from "zod";
import { itemSorts } from "@/lib/items/list-items";
import { kinds } from "@/lib/kinds/registry";
import type { Item } from "@/lib/ports";
import { kindNames } from "@/lib/shares/kind";
import { thumbnailOf } from "./thumbnails";

export const itemQuery = z.object({
	kind: z.enum(kindNames).optional(),
	q: z.string().max(200).default(""),
	sort: z.enum(itemSorts).default("newest"),
	limit: z.coerce.number().int().min(1).max(200).default(50),
	/** As the answer before this one gave it. */
	cursor: z.string().max(2_000).optional(),
});

/** What a search looks in: the title, and the artist of a song. */
export function itemWords(item: Item): string {
	return item.kind === "song" ? `${item.title} ${kinds.song.content.parse(item.content).artist}` : `${item.title} ${item.description}`;
}

/** An item in a list of all kinds, in the native family. `shares` counts its links; `first` lends a collection its cover. */
export function toItem({ item, first, shares }: { item: Item; first?: Item; shares: number }) {
	return {
		id: String(item.id),
		kind: item.kind,
		title: item.title,
		thumbnail: thumbnailOf(item, "owner", first),
		updatedAt: item.updatedAt.toISOString(),
		shares,
	};
}
