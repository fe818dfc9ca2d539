import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./steps/paths.mjs";
import { hashOf, unlessDone } from "./steps/stamp.mjs";

let folder;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "passalong-stamp-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name) => relative(root, join(folder, name)).replaceAll("\\", "/");
const write = (name, text) => writeFileSync(join(folder, name), text);

test("a hash changes with a file's content, its name, its presence and the words, and with nothing else", () => {
	write("a", "one");
	const hashes = new Set();
	const add = (words) => hashes.add(hashOf([path("")], { words })).size;
	expect(add()).toBe(1);
	write("a", "one");
	expect(add()).toBe(1);
	write("a", "two");
	expect(add()).toBe(2);
	write("b", "");
	expect(add()).toBe(3);
	rmSync(join(folder, "b"));
	expect(add()).toBe(3);
	expect(add(["v20"])).toBe(4);
});

test("what moves from the end of one file to the start of the next makes another hash", () => {
	write("a", "12");
	write("b", "3");
	const before = hashOf([path("")]);
	write("a", "1");
	write("b", "23");
	expect(hashOf([path("")])).not.toBe(before);
});

test("work is done once for a hash, again for another, and again after it failed", async () => {
	let done = 0;
	const work = async () => {
		done += 1;
	};
	const stamp = path("stamp");
	await unlessDone(stamp, "one", work);
	await unlessDone(stamp, "one", work);
	expect(done).toBe(1);
	await unlessDone(stamp, "two", work);
	expect(done).toBe(2);
	const broken = () => Promise.reject(new Error("interrupted"));
	await expect(unlessDone(stamp, "three", broken)).rejects.toThrow("interrupted");
	// The old result may be half overwritten: it does not count either.
	await unlessDone(stamp, "two", work);
	expect(done).toBe(3);
	await unlessDone(stamp, "two", work, { always: true });
	expect(done).toBe(4);
});
