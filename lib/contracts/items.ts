import { z } from "zod";
import { itemSorts } from "@/lib/items/list-items";
import type { ItemHead } from "@/lib/ports";
import { kindNames } from "@/lib/shares/kind";
import { line } from "@/lib/text";
import { thumbnailOf } from "./thumbnails";

export const itemQuery = z.object({
	kind: z.enum(kindNames).optional(),
	q: z.string().max(200).default(""),
	sort: z.enum(itemSorts).default("newest"),
	limit: z.coerce.number().int().min(1).max(200).default(50),
	/** As the answer before this one gave it. */
	cursor: z.string().max(2_000).optional(),
});

/** A new item without anything in it. */
export const newItemBody = z.object({ kind: z.enum(kindNames), title: line({ max: 200 }).optional() });

/** An item in a list of all kinds, in the native family. `shares` counts its links; `first` lends a collection its cover. */
export function toItem({ item, first, shares }: { item: ItemHead; first?: ItemHead; shares: number }) {
	return {
		id: String(item.id),
		kind: item.kind,
		title: item.title,
		note: item.note,
		thumbnail: thumbnailOf(item, "owner", first),
		updatedAt: item.updatedAt.toISOString(),
		shares,
	};
}
