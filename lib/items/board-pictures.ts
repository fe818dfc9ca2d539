import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { z } from "zod";
import { type BoardPicture, readBoardPicture } from "@/lib/media/board-picture";
import type { BlobRow, Blobs, Item, StagedBlob, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";
import { editItem } from "./edit";
import { withFiles } from "./with-files";

/** A picture as a scene notes it; `created` in ms since 1970. */
type Noted = { id: string; mimeType: BoardPicture["type"]; created: number };
/** What the kind of boards knows of its content. */
type Boards = {
	kind: Kind;
	roleOf(id: string): string;
	/** The picture of that id that is there already. */
	stored(content: unknown, id: string): object | null;
	noted(content: unknown, picture: Noted): Record<string, unknown>;
};

export const pictureWords = z.object({
	/** What elements call it by; without it, what its bytes are called by. */
	fileId: z
		.string()
		.regex(/^[A-Za-z0-9_-]{1,64}$/, "Letters, digits, - and _ alone")
		.optional(),
});

/** Many pictures that are dropped on one board at once meet each other: each is noted in its turn. */
const tries = 50;

/** Keeps a picture in the blob store under that role; its row is to be written with its board, or its file removed. */
export async function keepPicture(blobs: Blobs, { bytes, type }: BoardPicture, role: string): Promise<BlobRow> {
	const { key, size, sha256, keep, discard } = await blobs.stage(Readable.from([bytes]));
	await keep().finally(discard);
	return { key, role, type, size, sha256 };
}

/**
 * Stores an uploaded picture beside a board and notes it in its scene; the same id again is the same picture. Throws `bad_input` on `file` for what is
 * no picture, and on `canvas_data` when the board has as many as it can have.
 */
export async function addPicture(
	world: World,
	board: Item,
	{ kind, roleOf, stored, noted }: Boards,
	file: { staged: StagedBlob },
	{ fileId }: z.output<typeof pictureWords>,
): Promise<{ item: Item; id: string; created: boolean }> {
	const id =
		fileId ??
		createHash("sha1")
			.update(await readFile(file.staged.path))
			.digest("hex");
	if (stored(board.content, id)) return { item: board, id, created: false };
	const picture = await readBoardPicture(file.staged.path);
	const row = await keepPicture(world.blobs, picture, roleOf(id));
	const note = { id, mimeType: picture.type, created: world.clock.now().getTime() };
	const item = await withFiles(world.blobs, [row.key], () =>
		editItem(
			world,
			board,
			// Whoever uploaded the same meanwhile has the older file: it goes.
			(current) => ({ ...written(kind, noted(current.content, note)), dropRoles: [row.role], addBlobs: [row] }),
			undefined,
			tries,
		),
	);
	return { item, id, created: true };
}
