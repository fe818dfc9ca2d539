import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "@/lib/drivers/prisma/database";
import { readEnv } from "@/lib/env";
import { databasePlace, openPlatform } from "@/lib/open-platform";
import { platform } from "@/lib/platform";
import type { Blobs } from "@/lib/ports";
import { coverResponse } from "./cover-response";
import { endpoint } from "./endpoint";
import { fileResponse } from "./file-response";

const blob = { key: "k", role: "audio", type: "audio/wav", size: 10, sha256: "a".repeat(64) };
const params = { params: Promise.resolve({}) };

beforeAll(async () => {
	const env = readEnv({ DATA_DIR: mkdtempSync(join(tmpdir(), "passalong-endpoint-")) });
	await migrateDatabase(databasePlace(env));
	await openPlatform(env);
});
afterAll(() => platform().close());

/** Files that are open only when the test says so. */
function slowFiles() {
	const file = new Readable({ read() {} });
	let open = () => {};
	const blobs: Blobs = {
		...platform().blobs,
		open: () =>
			new Promise((resolve) => {
				open = () => resolve(file);
			}),
	};
	return { file, blobs, open: () => open() };
}

test("a stream whose file opens after its request was answered 503 is closed, and nobody watches it", async () => {
	const { file, blobs, open } = slowFiles();
	let watched = 0;
	const whenCut = () => {
		watched++;
		return () => {
			watched--;
		};
	};
	const get = endpoint({
		dialect: "share",
		actor: "visitor",
		patience: 20,
		run: ({ request, late }) => fileResponse({ blob, blobs, request, late, whenCut }),
		write: (response) => response,
	});
	expect((await get(new Request("http://localhost/"), params)).status).toBe(503);
	open();
	await expect.poll(() => file.destroyed, { timeout: 20_000 }).toBe(true);
	expect(watched).toBe(0);
});

test("so is a cover's file", async () => {
	const { file, blobs, open } = slowFiles();
	const get = endpoint({
		dialect: "native",
		actor: "visitor",
		patience: 20,
		run: (asked) => coverResponse(blobs, asked, async () => blob),
		write: (response) => response,
	});
	expect((await get(new Request("http://localhost/"), params)).status).toBe(503);
	open();
	await expect.poll(() => file.destroyed, { timeout: 20_000 }).toBe(true);
});

test("an answer in time is not cut off when the deadline comes", async () => {
	const { file, blobs, open } = slowFiles();
	let signal = new AbortController().signal;
	const get = endpoint({
		dialect: "share",
		actor: "visitor",
		patience: 2_000,
		run: ({ request, late }) => {
			signal = late.signal;
			const answer = fileResponse({ blob, blobs, request, late, whenCut: () => () => {} });
			open();
			return answer;
		},
		write: (response) => response,
	});
	expect((await get(new Request("http://localhost/"), params)).status).toBe(200);
	const over = endpoint({ dialect: "share", actor: "visitor", patience: 2_250, run: () => new Promise<never>(() => {}) });
	expect((await over(new Request("http://localhost/"), params)).status).toBe(503);
	expect([signal.aborted, file.destroyed]).toEqual([false, false]);
	file.destroy();
});
