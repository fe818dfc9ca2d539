import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startS3, type TestS3 } from "@/e2e/support/s3";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import { s3Blobs } from "@/lib/drivers/s3/blobs";
import { openBucket } from "@/lib/drivers/s3/bucket";
import type { BlobRow, Blobs } from "@/lib/ports";
import { coverResponse } from "./cover-response";

const asked = { request: new Request("http://localhost/"), late: new AbortController() };
const fresh = () => mkdtempSync(join(tmpdir(), "passalong-cover-"));
let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3();
});
afterAll(() => s3.stop());

describe.each([
	["a disk", async () => diskBlobs(fresh())],
	[
		"a bucket",
		async () => {
			const bucket = await openBucket({ ...s3, prefix: "", region: "us-east-1" });
			return s3Blobs(bucket, { staging: fresh(), clock: { now: () => new Date() } });
		},
	],
])("a cover on %s that is replaced while it is looked up", (_where, make: () => Promise<Blobs>) => {
	let blobs: Blobs;
	beforeAll(async () => {
		blobs = await make();
	});
	const keep = async (text: string): Promise<BlobRow> => {
		const { key, size, sha256, keep } = await blobs.stage(Readable.from([text]));
		await keep();
		return { key, role: "cover", type: "image/webp", size, sha256 };
	};
	const gone = async (text: string) => {
		const row = await keep(text);
		await blobs.remove(row.key);
		return row;
	};

	test("is the one that is there now", async () => {
		const rows = [await gone("first"), await gone("second"), await keep("third")];
		const response = await coverResponse(blobs, asked, async () => rows.shift() ?? Promise.reject(new Error("asked too often")));
		expect(await response.text()).toBe("third");
	});

	test("is not found where its row is remembered a moment longer", async () => {
		const row = await gone("first");
		await expect(coverResponse(blobs, asked, async () => row)).rejects.toMatchObject({ code: "not_found" });
	});
});
