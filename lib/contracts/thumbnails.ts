import { kinds } from "@/lib/kinds/registry";
import type { Item } from "@/lib/ports";

/** Where covers are asked for: by their owner, or by whoever has this link. */
export type Place = { share: string } | "owner";

/**
 * The picture that an item is shown with, as a path of ours, or null. A collection without a cover of its own shows its `first`
 * member's. A song from elsewhere keeps the address that came with it; our pages do not load that one.
 */
export function thumbnailOf(item: Item, place: Place, first?: Item): string | null {
	if (item.cover) {
		const at = place === "owner" ? "items" : `share/${place.share}/items`;
		return `/api/files/${at}/${item.id}/cover?v=${item.cover}`;
	}
	if (item.kind === "song") return kinds.song.published.parse(item.content).thumbnail;
	return first ? thumbnailOf(first, place) : null;
}
