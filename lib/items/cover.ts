import { Readable } from "node:stream";
import { type Cover, readCover } from "@/lib/media/cover";
import type { BlobRow, Blobs, Item, NewCover, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { withFiles } from "./with-files";

export type CoverSize = "large" | "small";
const roles = { large: "cover", small: "cover-small" } as const;

/** Keeps the pictures of a cover in the blob store; they are to be written with their item, or removed. Leaves nothing behind when it throws. */
export async function keepCover(blobs: Blobs, cover: Cover): Promise<NewCover> {
	const kept: BlobRow[] = [];
	try {
		for (const size of ["large", "small"] as const) {
			const { key, sha256, size: bytes, keep, discard } = await blobs.stage(Readable.from([cover[size]]));
			await keep().finally(discard);
			kept.push({ key, role: roles[size], type: "image/webp", size: bytes, sha256 });
		}
	} catch (error) {
		for (const { key } of kept) await blobs.remove(key);
		throw error;
	}
	return { version: kept[0]?.sha256.slice(0, 8) ?? "", blobs: kept };
}

/**
 * Gives an item the picture in that file as its cover. Throws `bad_input` on `file` for what is no picture, `not_found` when the
 * item went meanwhile; the cover is then what it was.
 */
export async function setCover(world: World, item: Item, path: string): Promise<Item> {
	const cover = await keepCover(world.blobs, await readCover(path));
	await swap(world, item, cover);
	return { ...item, cover: cover.version };
}

/** Takes the item's own cover away. Throws `not_found` when the item went meanwhile. */
export async function removeCover(world: World, item: Item): Promise<void> {
	await swap(world, item, null);
}

async function swap({ items, blobs, clock }: World, item: Item, cover: NewCover | null): Promise<void> {
	const given = (cover?.blobs ?? []).map(({ key }) => key);
	const freed = await withFiles(blobs, given, async () => {
		const keys = await items.setCover(item.id, cover, clock.now());
		if (!keys) throw new Refused("not_found");
		return keys;
	});
	// Rows first, as everywhere: what a crash leaves is a file without a row, and the next start sweeps it.
	for (const key of freed) await blobs.remove(key);
}

/** The file of an item's own cover. Throws `not_found` when it has none. */
export async function coverBlob({ items }: World, id: number, size: CoverSize): Promise<BlobRow> {
	const blob = await items.blob(id, roles[size]);
	if (!blob) throw new Refused("not_found");
	return blob;
}
