import { mkdtempSync, statSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blobsContract } from "@/lib/drivers/contracts/blobs.contract";
import { diskBlobs } from "./blobs";
import { readSecrets, takeDataFolder, UnusableDataFolder } from "./data-folder";

const fresh = () => mkdtempSync(join(tmpdir(), "passalong-disk-"));

blobsContract("a disk", async () => {
	const folder = fresh();
	const names = (sub: string) => readdir(join(folder, sub), { recursive: true }).catch(() => []);
	return {
		blobs: diskBlobs(folder),
		keys: async () => (await names("blobs")).filter((name) => name.includes("/")).map((name) => name.slice(3)),
		staged: () => names("staging"),
		another: async () => diskBlobs(folder),
		age() {},
	};
});

describe("the data folder", () => {
	test("gets secrets that only its owner can read, and keeps them", () => {
		const folder = fresh();
		const secrets = readSecrets(folder);
		expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
		expect(new Set(Object.values(secrets)).size).toBe(3);
		expect(readSecrets(folder)).toEqual(secrets);
	});

	test("refuses damaged secrets instead of making new ones", async () => {
		const folder = fresh();
		await writeFile(join(folder, "secrets.json"), '{"session":"short"}');
		expect(() => readSecrets(folder)).toThrow(UnusableDataFolder);
	});

	test("is refused when it cannot be one", async () => {
		const file = join(fresh(), "file");
		await writeFile(file, "");
		expect(() => takeDataFolder(join(file, "data"))).toThrow(/not writable/);
	});

	test("is taken by one server at a time", () => {
		const folder = fresh();
		takeDataFolder(folder);
		expect(() => takeDataFolder(folder)).toThrow(/already running/);
	});
});
