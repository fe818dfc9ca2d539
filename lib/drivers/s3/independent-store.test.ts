import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testS3 } from "@/e2e/support/throw-away";
import { blobsContract } from "@/lib/drivers/contracts/blobs.contract";
import { s3Blobs } from "./blobs";
import { type Bucket, openBucket } from "./bucket";
import { claimBucket } from "./claim";
import { partSize } from "./upload";

const day = 24 * 60 * 60 * 1000;
const store = testS3();

/** What S3 is, by others: our stand-in may share our mistakes. It cannot be made to fail, so faults are s3.test.ts's. */
describe.skipIf(!store)("in an S3 store that is not ours", () => {
	const open: Bucket[] = [];
	afterAll(() => {
		for (const bucket of open) bucket.close();
	});
	async function bucketAt(more: Partial<Parameters<typeof openBucket>[0]> = {}): Promise<Bucket> {
		if (!store) throw new Error("There is no S3 store.");
		const bucket = await openBucket({ ...store, prefix: "", ...more });
		open.push(bucket);
		return bucket;
	}

	beforeAll(async () => {
		const { sdk, calls, name } = await bucketAt();
		await calls.send(new sdk.CreateBucketCommand({ Bucket: name })).catch((error: Error) => {
			if (error.name !== "BucketAlreadyOwnedByYou") throw error;
		});
	});

	/** Each under a prefix of its own, since nobody empties the bucket. */
	async function scene() {
		const prefix = `${randomBytes(6).toString("hex")}/`;
		const bucket = await bucketAt({ prefix });
		const { sdk, calls, name: Bucket } = bucket;
		const staging = mkdtempSync(join(tmpdir(), "passalong-s3-staging-"));
		let now = Date.now();
		const clock = { now: () => new Date(now) };
		return {
			bucket,
			prefix,
			blobs: s3Blobs(bucket, { staging, clock }),
			keys: async () => {
				const { Contents = [] } = await calls.send(new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix }));
				return Contents.map(({ Key = "" }) => Key.slice(prefix.length));
			},
			uploads: async () => {
				const { Uploads = [] } = await calls.send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix: prefix }));
				return Uploads.map(({ Key = "" }) => Key.slice(prefix.length));
			},
			put: (key: string) => calls.send(new sdk.PutObjectCommand({ Bucket, Key: key, Body: "x" })),
			begin: (key: string) => calls.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key: key })),
			staged: async () => (await readdir(staging, { recursive: true })).filter((name) => name.includes("/")),
			another: async () => s3Blobs(await bucketAt({ prefix }), { staging, clock }),
			age() {
				now += 2 * day;
			},
		};
	}

	blobsContract("a bucket", scene);

	/** Staged, and not kept yet: every byte differs from its neighbours, so that parts in a wrong order show. */
	const staged = async (blobs: ReturnType<typeof s3Blobs>, size: number) => {
		const bytes = randomBytes(size);
		return { bytes, file: await blobs.stage(Readable.from([bytes])) };
	};

	test.each([0, 1, partSize, partSize + 1, 3 * partSize])("a file of %i bytes arrives whole", async (size) => {
		const { blobs, keys, uploads } = await scene();
		const { bytes, file } = await staged(blobs, size);
		await file.keep();
		expect([await keys(), await uploads()]).toEqual([[file.key], []]);
		if (size > 0) expect((await buffer(await blobs.open(file.key, { start: 0, end: size - 1 }))).equals(bytes)).toBe(true);
	});

	test("a range crosses the border of two parts", async () => {
		const { blobs } = await scene();
		const { bytes, file } = await staged(blobs, partSize + 100);
		await file.keep();
		const range = { start: partSize - 50, end: partSize + 49 };
		expect((await buffer(await blobs.open(file.key, range))).equals(bytes.subarray(range.start, range.end + 1))).toBe(true);
	});

	test.each([1, 2 * partSize])("a file of %i bytes is refused, and leaves nothing, when other bytes arrive", async (size) => {
		const { blobs, keys, uploads } = await scene();
		const { bytes, file } = await staged(blobs, size);
		await writeFile(
			file.path,
			bytes.map((byte) => byte ^ 1),
		);
		await expect(file.keep()).rejects.toMatchObject({ code: "unavailable" });
		expect([await keys(), await uploads()]).toEqual([[], []]);
	});

	test("a file in parts goes when it is removed", async () => {
		const { blobs, keys } = await scene();
		const { file } = await staged(blobs, 2 * partSize);
		await file.keep();
		await blobs.remove(file.key);
		expect(await keys()).toEqual([]);
		await expect(blobs.open(file.key, { start: 0, end: 1 })).rejects.toThrow("no such blob");
	});

	test("a sweep goes through all pages and spares what is young and what is not ours", async () => {
		const { blobs, keys, put, prefix, age } = await scene();
		const ours = Array.from({ length: 210 }, (_, n) => n.toString(16).padStart(32, "0"));
		for (let n = 0; n < ours.length; n += 50) await Promise.all(ours.slice(n, n + 50).map((key) => put(prefix + key)));
		await put(`${prefix}notes.txt`);
		// A thousand in other stores; the throw-away one gives a hundred at a time.
		const page = (await keys()).length;
		expect(await blobs.sweep(async () => new Set())).toBe(0);
		age();
		const asked: number[] = [];
		const removed = await blobs.sweep(async (listed) => {
			asked.push(listed.length);
			return new Set(listed.filter((key) => !key.endsWith("7")));
		});
		expect(asked).toHaveLength(Math.ceil((ours.length + 1) / page));
		expect(asked.reduce((sum, count) => sum + count)).toBe(ours.length);
		const gone = ours.filter((key) => key.endsWith("7"));
		expect(removed).toBe(gone.length);
		expect(await keys()).not.toContain(gone[0]);
	}, 30_000);

	test("a sweep aborts uploads that were begun a day ago", async () => {
		const { blobs, uploads, begin, prefix, age } = await scene();
		await begin(`${prefix}${"a".repeat(32)}`);
		await begin(`${prefix}somebody-else`);
		await blobs.sweep(async () => new Set());
		expect(await uploads()).toHaveLength(2);
		age();
		await blobs.sweep(async () => new Set());
		expect(await uploads()).toEqual(["somebody-else"]);
	});

	test("a claim is once for all for one installation", async () => {
		const { bucket } = await scene();
		await claimBucket(bucket, "one");
		await claimBucket(bucket, "one");
		await expect(claimBucket(bucket, "two")).rejects.toThrow(/another installation/);
	});

	test("a claim is refused where there are files and nobody says whose", async () => {
		const { bucket, blobs } = await scene();
		await (await staged(blobs, 1)).file.keep();
		await expect(claimBucket(bucket, "one")).rejects.toThrow(/but not whose/);
	});

	test.each([
		["a wrong key", { accessKeyId: "WRONG" }, /does not know these keys/],
		["a wrong secret", { secretAccessKey: "wrong-secret" }, /does not know these keys/],
		["a bucket that is not there", { bucket: "nowhere-at-all" }, /no bucket nowhere-at-all/],
		["another region", { region: "eu-north-1" }, /in another region/],
	])("%s is told in words", async (_, more, words) => {
		await expect(claimBucket(await bucketAt(more), "one")).rejects.toThrow(words);
	});
});
