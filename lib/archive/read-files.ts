import type { Readable } from "node:stream";
import { keepCover } from "@/lib/items/cover";
import { readCover } from "@/lib/media/cover";
import { readSong } from "@/lib/media/song";
import type { BlobRow, StagedBlob, World } from "@/lib/ports";

/** Files of an item that are kept and wait for its row; `cover` is the version of its cover. */
export type KeptFiles = { blobs: BlobRow[]; cover: string | undefined };
type Reader = (world: World, staged: StagedBlob, role: string) => Promise<KeptFiles>;

/** What a file of an archive has to be by the first word of its role, whatever it is called: it is read as an upload of it would be. */
const readers: Record<string, Reader> = {
	async audio(_world, staged, role) {
		const { type } = await readSong(staged.path);
		await staged.keep();
		return { blobs: [{ key: staged.key, role, type, size: staged.size, sha256: staged.sha256 }], cover: undefined };
	},
	async cover({ blobs }, { path }, role) {
		// The small one is made anew.
		if (role !== "cover") return none;
		const cover = await keepCover(blobs, await readCover(path));
		return { blobs: cover.blobs, cover: cover.version };
	},
};
const none: KeptFiles = { blobs: [], cover: undefined };

/**
 * Takes a file of an archive over as the file of that role: what it is is told from its content. Files that are made of others are left out. Throws
 * `bad_input` on `file`; nothing is kept then.
 */
export async function readArchived(world: World, source: Readable, role: string): Promise<KeptFiles> {
	const read = readers[role.split("-")[0] ?? ""];
	if (!read) {
		source.destroy();
		return none;
	}
	const staged = await world.blobs.stage(source);
	try {
		return await read(world, staged, role);
	} finally {
		await staged.discard();
	}
}
