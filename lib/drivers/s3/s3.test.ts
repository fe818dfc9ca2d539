import { mkdtempSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ownTime } from "@/e2e/support/own-time";
import { startS3, type TestS3 } from "@/e2e/support/s3";
import { blobsContract } from "@/lib/drivers/contracts/blobs.contract";
import { s3Blobs } from "./blobs";
import { type Bucket, openBucket } from "./bucket";
import { claimBucket, installationOf } from "./claim";
import { partSize } from "./upload";

const day = 24 * 60 * 60 * 1000;
let s3: TestS3;
const open: Bucket[] = [];
beforeAll(async () => {
	s3 = await startS3();
});
afterEach(() => {
	s3.faults.before = undefined;
	s3.faults.out = undefined;
	for (const bucket of open.splice(0)) bucket.close();
	s3.store.objects.clear();
	s3.store.uploads.clear();
});
afterAll(() => s3.stop());

const at = (more: Partial<Parameters<typeof openBucket>[0]> = {}) => ({ ...s3, prefix: "music/", region: "us-east-1", ...more });
async function bucketAt(more: Parameters<typeof at>[0] = {}): Promise<Bucket> {
	const bucket = await openBucket(at(more));
	open.push(bucket);
	return bucket;
}

async function scene() {
	const bucket = await bucketAt();
	const staging = mkdtempSync(join(tmpdir(), "passalong-s3-staging-"));
	let now = Date.now();
	const clock = { now: () => new Date(now) };
	return {
		blobs: s3Blobs(bucket, { staging, clock }),
		keys: async () => [...s3.store.objects.keys()].map((key) => key.replace(/^music\//, "")),
		staged: async () => (await readdir(staging, { recursive: true })).filter((name) => name.includes("/")),
		another: async () => s3Blobs(await bucketAt(), { staging, clock }),
		age() {
			now += 2 * day;
		},
	};
}

blobsContract("a bucket", scene);

/** Staged, and not kept yet. */
const staged = async (blobs: ReturnType<typeof s3Blobs>, size: number) => blobs.stage(Readable.from([Buffer.alloc(size, "x")]));
const until = (state: () => Promise<boolean>) => vi.waitUntil(state, { timeout: 30_000, interval: 20 });

describe("a file in a bucket", () => {
	test.each([0, 1, partSize, partSize + 1, 3 * partSize])("of %i bytes arrives whole", async (size) => {
		const { blobs } = await scene();
		const file = await staged(blobs, size);
		await file.keep();
		expect(s3.store.objects.get(`music/${file.key}`)?.size).toBe(size);
		if (size > 0) expect((await buffer(await blobs.open(file.key, { start: size - 1, end: size - 1 }))).toString()).toBe("x");
		expect(s3.store.uploads.size).toBe(0);
	});

	test("goes through a store that stumbles", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, 2 * partSize);
		let stumbles = 0;
		s3.faults.before = (request, response) => {
			if (request.method === "PUT" && stumbles++ === 1) response.writeHead(503).end();
		};
		await file.keep();
		expect(s3.store.objects.get(`music/${file.key}`)?.size).toBe(2 * partSize);
	});

	test("is refused, and leaves nothing, when what arrives is not what was sent", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, 2 * partSize);
		// What lies in staging changes after it was measured.
		await writeFile(file.path, Buffer.alloc(2 * partSize, "y"));
		await expect(file.keep()).rejects.toMatchObject({ code: "unavailable" });
		expect([s3.store.objects.size, s3.store.uploads.size]).toEqual([0, 0]);
	});

	test.each([1, 2 * partSize])("of %i bytes leaves nothing when the store fails half-way", async (size) => {
		const { blobs } = await scene();
		const file = await staged(blobs, size);
		s3.faults.before = (request, response) => {
			const last = size > partSize ? request.url?.includes("partNumber=2") : request.method === "HEAD";
			if (last) response.writeHead(500).end();
		};
		await expect(file.keep()).rejects.toMatchObject({ code: "unavailable", headers: { "Retry-After": "1" } });
		expect([s3.store.objects.size, s3.store.uploads.size]).toEqual([0, 0]);
	});

	test("is refused when the store dies during the upload, and can be sent when it is back", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, 3 * partSize);
		s3.faults.before = async (request) => {
			if (request.url?.includes("partNumber=2")) await s3.die();
		};
		await expect(file.keep()).rejects.toMatchObject({ code: "unavailable" });
		s3.faults.before = undefined;
		await s3.start();
		expect(s3.store.objects.size).toBe(0);
		await file.keep();
		expect(s3.store.objects.get(`music/${file.key}`)?.size).toBe(3 * partSize);
	});

	test("breaks off with an error when the store dies during the download", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, partSize);
		await file.keep();
		let sent = 0;
		s3.faults.out = async (bytes) => {
			sent += bytes.length;
			if (sent > partSize / 2) await s3.die();
		};
		const reading = buffer(await blobs.open(file.key, { start: 0, end: partSize - 1 }));
		await expect(reading).rejects.toThrow();
		await expect(blobs.open(file.key, { start: 0, end: 1 })).rejects.toMatchObject({ code: "unavailable" });
		await s3.start();
		s3.faults.out = undefined;
		expect((await buffer(await blobs.open(file.key, { start: 0, end: 1 }))).toString()).toBe("xx");
	});

	test("is no longer asked for when its reader leaves", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, 3 * partSize);
		await file.keep();
		const before = await s3.connections();
		const readers = await Promise.all(Array.from({ length: 20 }, () => blobs.open(file.key, { start: 0, end: 3 * partSize - 1 })));
		expect(await s3.connections()).toBeGreaterThanOrEqual(before + 19);
		for (const reader of readers) reader.destroy();
		await until(async () => (await s3.connections()) <= before);
	});

	test("comes to one more while hundreds listen slowly", async () => {
		const { blobs } = await scene();
		const file = await staged(blobs, partSize);
		await file.keep();
		const slow: Readable[] = [];
		let resume = () => {};
		const paused = new Promise<void>((done) => {
			resume = done;
		});
		s3.faults.out = () => paused;
		for (let n = 0; n < 300; n++) slow.push((await blobs.open(file.key, { start: 0, end: partSize - 1 })).on("error", () => {}));
		expect(await s3.connections()).toBeGreaterThanOrEqual(300);
		s3.faults.out = undefined;
		expect((await buffer(await blobs.open(file.key, { start: 0, end: 9 }))).length).toBe(10);
		await (await staged(blobs, 2 * partSize)).keep();
		resume();
		for (const reader of slow) reader.destroy();
	});

	test("is refused within five seconds when the store hears and says nothing", async () => {
		const { blobs } = await scene();
		const held: ServerResponse[] = [];
		s3.faults.before = (_request, response) =>
			new Promise<void>((done) => {
				held.push(response);
				response.once("close", done);
			});
		const asked = () => expect(blobs.open("0".repeat(32), { start: 0, end: 1 })).rejects.toMatchObject({ code: "unavailable" });
		expect(await ownTime(asked)).toBeLessThan(5_000);
		// And the request is given up, not left waiting.
		await until(async () => held.every((response) => response.destroyed));
	});
});

test("what cannot be removed while the store is away is removed when it is back", async () => {
	const bucket = await bucketAt();
	const staging = mkdtempSync(join(tmpdir(), "passalong-s3-staging-"));
	const blobs = s3Blobs(bucket, { staging, clock: { now: () => new Date() }, patience: 50 });
	const files = [await staged(blobs, 1), await staged(blobs, 1)];
	for (const file of files) await file.keep();
	await s3.die();
	for (const { key } of files) await blobs.remove(key);
	await s3.start();
	await until(async () => s3.store.objects.size === 0);
});

describe("sweeping a bucket", () => {
	test("spares what is younger than a day and what is not ours", async () => {
		const { blobs, keys, age } = await scene();
		await (await staged(blobs, 1)).keep();
		const before = await keys();
		expect(await blobs.sweep(async () => new Set())).toBe(0);
		expect(await keys()).toEqual(before);
		const [object] = s3.store.objects.values();
		if (!object) throw new Error("nothing was kept");
		for (const key of ["notes.txt", "music/notes.txt", `music/${"a".repeat(31)}`, `other/${"a".repeat(32)}`])
			s3.store.objects.set(key, { ...object, key });
		age();
		expect(await blobs.sweep(async () => new Set())).toBe(1);
		expect(s3.store.objects.size).toBe(4);
	});

	test("goes through all pages", async () => {
		const { blobs, age } = await scene();
		const file = await staged(blobs, 1);
		await file.keep();
		const object = s3.store.objects.get(`music/${file.key}`);
		if (!object) throw new Error("nothing was kept");
		for (let n = 0; n < 2_300; n++) {
			const key = `music/${n.toString(16).padStart(32, "0")}`;
			s3.store.objects.set(key, { ...object, key });
		}
		age();
		const asked: number[] = [];
		const removed = await blobs.sweep(async (keys) => {
			asked.push(keys.length);
			return new Set(keys.filter((key) => !key.endsWith("7")));
		});
		expect(asked).toEqual([1_000, 1_000, 301]);
		expect(removed).toBe(144 + (file.key.endsWith("7") ? 1 : 0));
	});

	test("aborts uploads that were begun a day ago", async () => {
		const { blobs, age } = await scene();
		s3.store.begin(`music/${"a".repeat(32)}`);
		s3.store.begin("music/somebody-else");
		await blobs.sweep(async () => new Set());
		expect(s3.store.uploads.size).toBe(2);
		age();
		await blobs.sweep(async () => new Set());
		expect([...s3.store.uploads.values()].map(({ key }) => key)).toEqual(["music/somebody-else"]);
	});
});

describe("claiming a bucket", () => {
	test("is once for all for one installation", async () => {
		await claimBucket(await bucketAt(), "one");
		await claimBucket(await bucketAt(), "one");
		await expect(claimBucket(await bucketAt(), "two")).rejects.toThrow(/another installation/);
		await claimBucket(await bucketAt({ prefix: "elsewhere/" }), "two");
	});

	test("is refused where there are files and nobody says whose", async () => {
		const { blobs } = await scene();
		await (await staged(blobs, 1)).keep();
		await expect(claimBucket(await bucketAt(), "one")).rejects.toThrow(/but not whose/);
	});

	test.each([
		["a wrong key", { accessKeyId: "WRONG" }, /does not know these keys/],
		["a wrong secret", { secretAccessKey: "wrong-secret" }, /does not know these keys/],
		["a bucket that is not there", { bucket: "nowhere" }, /no bucket nowhere/],
		["a store that is not there", { endpoint: "http://127.0.0.1:9" }, /does not answer/],
	])("tells of %s without telling secrets", async (_, more, words) => {
		const failure = await claimBucket(await bucketAt(more), "one").catch((error: Error) => error);
		expect(failure).toMatchObject({ message: expect.stringMatching(words) });
		expect(String(failure)).not.toMatch(/wrong-secret|test\+secret/);
	});

	test("names an installation without its secret", () => {
		expect(installationOf("a".repeat(64))).toMatch(/^[0-9a-f]{32}$/);
		expect(installationOf("a".repeat(64))).not.toBe(installationOf("b".repeat(64)));
	});
});
