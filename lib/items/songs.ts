import { z } from "zod";
import type { Owner } from "@/lib/authority";
import { readSong } from "@/lib/media/song";
import type { Item, StagedBlob, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";
import { line } from "@/lib/text";
import { keepCover } from "./cover";
import { editItem } from "./edit";
import { fileTitle } from "./file-title";
import { withFiles } from "./with-files";

/** What may stand beside the file: words that win over its tags. */
export const songUpload = z.object({ title: line({ max: 200 }).optional(), artist: line({ max: 200 }).optional() });
export const songChanges = z.object({ title: line({ min: 1, max: 200 }).optional(), artist: line({ max: 200 }).optional() });

/** A song, and which of its owner's older ones has the same bytes; of two that come at once both may have none. */
export type AddedSong = { song: Item; sameAs: number | null };

/**
 * Makes a song of an uploaded file, with the cover in its tags. `file.name` serves as the title when neither tags nor `words`
 * have one. Throws `bad_input` on `file`; the staged bytes are then the caller's to discard.
 */
export async function addSong(
	world: World,
	owner: Owner,
	kind: Kind,
	file: { staged: StagedBlob; name: string },
	words: z.output<typeof songUpload>,
): Promise<AddedSong> {
	const { key, path, size, sha256, keep } = file.staged;
	const { type, title, artist, duration, cover: picture } = await readSong(path);
	const content = written(kind, { artist: words.artist ?? artist, duration });
	const cover = picture && (await keepCover(world.blobs, picture));
	const blobs = [{ key, role: "audio", type, size, sha256 }, ...(cover?.blobs ?? [])];
	try {
		await keep();
	} catch (error) {
		for (const { key } of blobs) await world.blobs.remove(key);
		throw error;
	}
	const item = {
		ownerId: owner.id,
		kind: kind.name,
		title: words.title || title || fileTitle(file.name, { max: 200, otherwise: "Untitled" }),
		description: "",
		...content,
		cover: cover?.version,
		blobs,
	};
	const song = await withFiles(
		world.blobs,
		blobs.map(({ key }) => key),
		() => world.items.create(item),
	);
	return { song, sameAs: await world.items.twinOf(song, { role: "audio", sha256 }) };
}

/** Changes a song's title and artist, with `asOf` of that version only. Throws as `editItem`. */
export async function editSong(
	world: World,
	song: Item,
	kind: Kind,
	{ title, artist }: z.output<typeof songChanges>,
	asOf?: number,
): Promise<Item> {
	const change = (current: Item) => ({
		...(title === undefined ? {} : { title }),
		...(artist === undefined ? {} : written(kind, { ...Object(current.content), artist })),
	});
	return editItem(world, song, change, asOf);
}
