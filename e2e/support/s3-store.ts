import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Bytes that arrived as a whole: one put, or one part of an upload. */
type Chunk = { path: string; size: number; md5: Buffer };
export type StoredObject = { key: string; chunks: Chunk[]; size: number; etag: string; at: Date };
export type StoredUpload = { id: string; key: string; parts: Map<number, Chunk>; at: Date };

/** What a stand-in for S3 holds: in files of a throw-away folder, so that a test of bounded memory measures ours. */
export type S3Store = Awaited<ReturnType<typeof s3Store>>;

export async function s3Store() {
	const folder = await mkdtemp(join(tmpdir(), "passalong-s3-"));
	const objects = new Map<string, StoredObject>();
	const uploads = new Map<string, StoredUpload>();
	const put = (key: string, chunks: Chunk[], etag: string) => {
		const size = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
		objects.set(key, { key, chunks, size, etag: `"${etag}"`, at: new Date() });
		return `"${etag}"`;
	};
	return {
		objects,
		uploads,
		/** Takes bytes; rejects when the stream breaks off, and then has none of them. */
		async take(source: Readable): Promise<Chunk> {
			const path = join(folder, randomBytes(8).toString("hex"));
			const hash = createHash("md5");
			let size = 0;
			const measure = new Transform({
				transform(bytes: Buffer, _encoding, done) {
					size += bytes.length;
					hash.update(bytes);
					done(null, bytes);
				},
			});
			await pipeline(source, measure, createWriteStream(path));
			return { path, size, md5: hash.digest() };
		},
		putWhole: (key: string, chunk: Chunk) => put(key, [chunk], chunk.md5.toString("hex")),
		begin(key: string): string {
			const id = randomBytes(16).toString("hex");
			uploads.set(id, { id, key, parts: new Map(), at: new Date() });
			return id;
		},
		/** Null when a part is missing or the upload is unknown. */
		complete(id: string, numbers: number[]): string | null {
			const upload = uploads.get(id);
			const chunks = numbers.flatMap((number) => upload?.parts.get(number) ?? []);
			if (!upload || chunks.length !== numbers.length) return null;
			uploads.delete(id);
			const all = createHash("md5").update(Buffer.concat(chunks.map(({ md5 }) => md5)));
			return put(upload.key, chunks, `${all.digest("hex")}-${chunks.length}`);
		},
		/** Both offsets inclusive. */
		async *read({ chunks }: StoredObject, start: number, end: number): AsyncGenerator<Buffer> {
			let offset = 0;
			for (const { path, size } of chunks) {
				const from = Math.max(start - offset, 0);
				const to = Math.min(end - offset, size - 1);
				if (from <= to) yield* createReadStream(path, { start: from, end: to });
				offset += size;
			}
		},
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}
