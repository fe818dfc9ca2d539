import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Blobs } from "@/lib/ports";
import { isNoSuchBlob } from "@/lib/refused";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
/** Bytes in buffers that somebody still holds. */
function held(): number {
	collect();
	return process.memoryUsage().arrayBuffers;
}

/**
 * A store as the suite looks at it: `keys` lists what it holds for good, `another` is the same store as another process sees it, and
 * `age` makes what is kept so far as old as the sweep wants it.
 */
export type BlobScene = {
	blobs: Blobs;
	keys(): Promise<string[]>;
	staged(): Promise<string[]>;
	another(): Promise<Blobs>;
	age(): void;
};

/** What every blob store keeps. */
export function blobsContract(name: string, make: () => Promise<BlobScene>): void {
	describe(`${name} as a blob store`, () => {
		let store: BlobScene;
		const bytes = Buffer.from("0123456789".repeat(20_000));
		beforeEach(async () => {
			store = await make();
		});
		const keep = async () => {
			const staged = await store.blobs.stage(Readable.from([bytes]));
			await staged.keep();
			return staged;
		};

		test("measures what it stages and shows it at its path", async () => {
			const staged = await store.blobs.stage(Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]));
			expect(staged).toMatchObject({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
			expect((await readFile(staged.path)).equals(bytes)).toBe(true);
			expect(await store.keys()).toEqual([]);
		});

		test("gives back whole and in parts what it kept", async () => {
			const { key } = await keep();
			expect((await buffer(await store.blobs.open(key, { start: 0, end: bytes.length - 1 }))).equals(bytes)).toBe(true);
			expect((await buffer(await store.blobs.open(key, { start: 3, end: 5 }))).toString()).toBe("345");
		});

		test("shows what it kept to every instance at once", async () => {
			const { key } = await keep();
			const file = await (await store.another()).open(key, { start: 0, end: bytes.length - 1 });
			expect((await buffer(file)).equals(bytes)).toBe(true);
		});

		test("gives a reader the file as it was when they opened it", async () => {
			const { key } = await keep();
			const file = await store.blobs.open(key, { start: 0, end: bytes.length - 1 });
			await store.blobs.remove(key);
			expect((await buffer(file)).equals(bytes)).toBe(true);
			await expect(store.blobs.open(key, { start: 0, end: 1 })).rejects.toThrow();
		});

		test("takes and gives 64 MB without having them in memory", async () => {
			const chunk = Buffer.alloc(65_536, "passalong ");
			const chunks = 1_024;
			const before = held();
			let most = 0;
			let looks = 0;
			const look = () => {
				if (looks++ % 50 === 0) most = Math.max(most, held() - before);
			};
			const source = function* () {
				for (let sent = 0; sent < chunks; sent++) {
					look();
					yield chunk;
				}
			};
			const staged = await store.blobs.stage(Readable.from(source(), { objectMode: false }));
			const watch = setInterval(look, 20);
			await staged.keep();
			clearInterval(watch);
			const hash = createHash("sha256");
			for await (const part of await store.blobs.open(staged.key, { start: 0, end: chunk.length * chunks - 1 })) {
				look();
				hash.update(part);
			}
			expect(hash.digest("hex")).toBe(staged.sha256);
			expect(most).toBeLessThan((chunk.length * chunks) / 2);
		});

		test("lets a reader leave in the middle", async () => {
			const { key } = await keep();
			const file = await store.blobs.open(key, { start: 0, end: bytes.length - 1 });
			for await (const _ of file) break;
			expect(file.destroyed).toBe(true);
			expect((await buffer(await store.blobs.open(key, { start: 0, end: 0 }))).toString()).toBe("0");
		});

		test("discards, and discards again in silence", async () => {
			const staged = await store.blobs.stage(Readable.from([bytes]));
			await staged.discard();
			await staged.discard();
			expect(await store.staged()).toEqual([]);
		});

		test("keeping wins over a later discard", async () => {
			const staged = await keep();
			await staged.discard();
			expect(await store.keys()).toEqual([staged.key]);
		});

		test("leaves nothing behind when the source breaks off", async () => {
			const broken = Readable.from(
				(async function* () {
					yield bytes;
					throw new Error("the client went away");
				})(),
			);
			await expect(store.blobs.stage(broken)).rejects.toThrow("the client went away");
			expect(await store.staged()).toEqual([]);
		});

		test("rejects to open what it does not have, and removes it in silence", async () => {
			const key = "0".repeat(32);
			const error = await store.blobs.open(key, { start: 0, end: 1 }).catch((error: unknown) => error);
			expect([error, isNoSuchBlob(error)]).toEqual([expect.any(Error), true]);
			await store.blobs.remove(key);
		});

		test.each(["../../etc/passwd", "", "A".repeat(32), `${"0".repeat(31)}/`])("takes %j for no key", async (key) => {
			await expect((async () => store.blobs.open(key, { start: 0, end: 1 }))()).rejects.toThrow();
			await expect((async () => store.blobs.remove(key))()).rejects.toThrow();
		});

		test("sweeps what no row knows and what is still staged, and nothing else", async () => {
			const known = await keep();
			await keep();
			await (await store.another()).stage(Readable.from([bytes]));
			store.age();
			expect(await store.blobs.sweep(async () => new Set([known.key]))).toBe(1);
			expect(await store.keys()).toEqual([known.key]);
			expect(await store.staged()).toEqual([]);
		});
	});
}
