import type { ItemHead } from "@/lib/ports";

/** Where covers are asked for: by their owner, or by whoever has this link. */
export type Place = { share: string } | "owner";

/**
 * The picture that an item is shown with, as a path of ours, or null. A collection without a picture of its own shows its `first`
 * member's. A song from elsewhere keeps the address that came with it; our pages do not load that one.
 */
export function thumbnailOf(item: ItemHead, place: Place, first?: ItemHead): string | null {
	if (item.cover) return `${filesOf(item.id, place)}/cover?v=${item.cover}`;
	if (item.picture) return /^https?:/.test(item.picture) ? item.picture : filePath(item.id, item.picture, place);
	return first ? thumbnailOf(first, place) : null;
}

/** The path of a file of an item. */
export function filePath(itemId: number, role: string, place: Place): string {
	return `${filesOf(itemId, place)}/files/${role}`;
}

function filesOf(itemId: number, place: Place): string {
	return `/api/files/${place === "owner" ? "items" : `share/${place.share}/items`}/${itemId}`;
}
