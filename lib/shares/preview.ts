import { coverBlob } from "@/lib/items/cover";
import type { BlobRow, Item, World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { type Admitted, admitStranger, type ShownItem, sharedItem } from "./admit";

/** What a chat or a search engine may tell of a link. `cover` is the item's, else that of the first of its members. */
export type Preview = { share: Admitted; item: ShownItem; members: Item[]; cover: BlobRow | null };

/**
 * What the link shows to anybody at all: it is for a stranger without any proofs, whoever asks, because what is told here is passed on. Counts
 * nothing. `kinds` are those whose page asks; any other link is as unknown. Throws the link's refusal.
 */
export async function sharedPreview(world: World, code: string, kinds?: readonly string[]): Promise<Preview> {
	const share = await admitStranger(world, code, kinds);
	const { item, members } = await sharedItem(world, share);
	const pictured = item.cover || item.picture ? item : members[0];
	return { share, item, members, cover: pictured ? await pictureOf(world, pictured) : null };
}

/** Its cover, else the file that stands for it; null when it has neither, or it was taken away a moment ago. */
async function pictureOf(world: World, { id, cover, picture }: Item): Promise<BlobRow | null> {
	if (!cover) return picture === null ? null : world.items.blob(id, picture);
	try {
		return await coverBlob(world, id, "large");
	} catch (error) {
		if (isRefused(error) && error.code === "not_found") return null;
		throw error;
	}
}
