import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import type { Blobs } from "@/lib/ports";

/** What every blob store keeps. `keys` lists what it holds for good. */
export function blobsContract(
	name: string,
	make: () => Promise<{ blobs: Blobs; keys(): Promise<string[]>; staged(): Promise<string[]> }>,
): void {
	describe(`${name} as a blob store`, () => {
		let store: Awaited<ReturnType<typeof make>>;
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
			await expect(store.blobs.open(key, { start: 0, end: 1 })).rejects.toThrow();
			await store.blobs.remove(key);
		});

		test.each(["../../etc/passwd", "", "A".repeat(32), `${"0".repeat(31)}/`])("takes %j for no key", async (key) => {
			await expect((async () => store.blobs.open(key, { start: 0, end: 1 }))()).rejects.toThrow();
			await expect((async () => store.blobs.remove(key))()).rejects.toThrow();
		});

		test("sweeps what no row knows and what is still staged, and nothing else", async () => {
			const known = await keep();
			await keep();
			await store.blobs.stage(Readable.from([bytes]));
			expect(await store.blobs.sweep(async () => new Set([known.key]))).toBe(1);
			expect(await store.keys()).toEqual([known.key]);
			expect(await store.staged()).toEqual([]);
		});
	});
}
