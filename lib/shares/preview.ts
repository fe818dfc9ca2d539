import { coverBlob } from "@/lib/items/cover";
import type { BlobRow, Item, World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { type Admitted, admitStranger, sharedItem } from "./admit";

/** What a chat or a search engine may tell of a link. `cover` is the item's, else that of the first of its members. */
export type Preview = { share: Admitted; item: Item; members: Item[]; cover: BlobRow | null };

/**
 * What the link shows to anybody at all: it is for a stranger without any proofs, whoever asks, because what is told here is passed on. Counts
 * nothing. Throws the link's refusal.
 */
export async function sharedPreview(world: World, code: string): Promise<Preview> {
	const share = await admitStranger(world, code);
	const { item, members } = await sharedItem(world, share);
	const pictured = item.cover ? item : members[0];
	return { share, item, members, cover: pictured?.cover ? await coverOf(world, pictured) : null };
}

/** Null when it was taken away a moment ago. */
async function coverOf(world: World, { id }: Item): Promise<BlobRow | null> {
	try {
		return await coverBlob(world, id, "large");
	} catch (error) {
		if (isRefused(error) && error.code === "not_found") return null;
		throw error;
	}
}
