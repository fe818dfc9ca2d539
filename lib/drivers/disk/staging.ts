import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { StagedBlob } from "@/lib/ports";

export type StagedFile = Pick<StagedBlob, "key" | "path" | "size" | "sha256">;

/**
 * Streams the source to a new file in `folder` under a new key, and onto the disk itself; `see` gets every chunk on the way.
 * Rejects, and leaves nothing behind, when the source or the disk fails.
 */
export async function stageFile(folder: string, source: Readable, see: (chunk: Buffer) => void = () => {}): Promise<StagedFile> {
	await mkdir(folder, { recursive: true });
	const key = randomBytes(16).toString("hex");
	const path = join(folder, key);
	const hash = createHash("sha256");
	let size = 0;
	const measure = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			size += chunk.length;
			hash.update(chunk);
			see(chunk);
			done(null, chunk);
		},
	});
	// Opened before anything flows: a source that failed meanwhile would have its file removed before it is there.
	const file = await open(path, "wx");
	try {
		await pipeline(source, measure, file.createWriteStream({ flush: true }));
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
	return { key, path, size, sha256: hash.digest("hex") };
}
