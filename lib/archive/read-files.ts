import type { Readable } from "node:stream";
import { keepPicture } from "@/lib/items/board-pictures";
import { keepCover } from "@/lib/items/cover";
import { discardSlide, rowsOf, stageSlide, stageThumbnail } from "@/lib/items/slides";
import { readBoardPicture } from "@/lib/media/board-picture";
import { readCover } from "@/lib/media/cover";
import { readSong } from "@/lib/media/song";
import type { BlobRow, Blobs, StagedBlob, World } from "@/lib/ports";
import { badField } from "@/lib/refused";

/** Files of an item that are kept and wait for its row; `cover` is the version of its cover. */
export type KeptFiles = { blobs: BlobRow[]; cover: string | undefined };
type Reader = (blobs: Blobs, staged: StagedBlob, role: string) => Promise<KeptFiles>;

const one = (blob: BlobRow): KeptFiles => ({ blobs: [blob], cover: undefined });
const none: KeptFiles = { blobs: [], cover: undefined };

/** What a file of an archive has to be by the first word of its role, whatever it is called: it is read as an upload of it would be. */
const readers: Record<string, Reader> = {
	async audio(_blobs, { key, path, size, sha256, keep }, role) {
		const { type } = await readSong(path);
		await keep();
		return one({ key, role, type, size, sha256 });
	},
	async cover(blobs, { path }) {
		const cover = await keepCover(blobs, await readCover(path));
		return { blobs: cover.blobs, cover: cover.version };
	},
	async media(blobs, staged, role) {
		const slide = await stageSlide(blobs, staged);
		try {
			// Its thumbnail stands beside it: a video's is somebody's choice.
			const [row] = rowsOf(slide, 0);
			await slide.media.keep();
			return row ? one({ ...row, role }) : none;
		} finally {
			await discardSlide(slide);
		}
	},
	async thumb(blobs, { path }, role) {
		const { key, size, sha256, keep, discard } = await stageThumbnail(blobs, path);
		await keep().finally(discard);
		return one({ key, role, type: "image/webp", size, sha256 });
	},
	board: async (blobs, { path }, role) => one(await keepPicture(blobs, await readBoardPicture(path), role)),
};

/**
 * Takes a file of an archive over as the file of that role: what it is is told from its content. Throws `bad_input` on `file`, also for a role that no file
 * has; nothing is kept then.
 */
export async function readArchived({ blobs }: World, source: Readable, role: string): Promise<KeptFiles> {
	const read = /^(?:audio|cover|(?:media|thumb)-[1-9]\d{0,8}|board-[\w-]{1,64})$/.test(role) ? readers[role.split("-")[0] ?? ""] : null;
	if (!read) {
		source.destroy();
		throw badField("file", "It has a file that nothing has");
	}
	const staged = await blobs.stage(source);
	try {
		return await read(blobs, staged, role);
	} finally {
		await staged.discard();
	}
}
