import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture } from "@/e2e/support/songs";
import { readSlide } from "./slide";

const folder = mkdtempSync(join(tmpdir(), "passalong-videos-"));
let made = 0;
/** What others get to see of a video with these bytes, beside what is known of it. */
async function read(bytes: Buffer) {
	const path = join(folder, `${made++}.bin`);
	await writeFile(path, bytes);
	const { shown, ...slide } = await readSlide(path);
	const parts: Buffer[] = [];
	for await (const part of shown) parts.push(part);
	return { ...slide, seen: Buffer.concat(parts) };
}
/** What of a maker's words stands in a file. */
const notesIn = (bytes: Buffer) => bytes.toString("latin1").match(/48\.8584|Ada's|GPS\(|Lavf|loci|LOCATION/g) ?? [];
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

describe.each([
	["walk.mp4", "video/mp4", "x264 - core"],
	["walk.webm", "video/webm", "OpusHead"],
])("%s", (name, type, kept) => {
	test("tells its type, size and length", async () => {
		const { seconds, ...video } = await read(await fixture(name));
		expect(video).toMatchObject({ kind: "video", type, width: 64, height: 48, thumbnail: null });
		expect(seconds).toBeCloseTo(2, 1);
	});

	test("is seen without place, date, device and what a drone notes, every other byte where it was", async () => {
		const whole = await fixture(name);
		expect(notesIn(whole)).toContain("48.8584");
		const { seen } = await read(whole);
		expect(seen.length).toBe(whole.length);
		expect(notesIn(seen)).toEqual([]);
		expect(seen.includes(kept)).toBe(true);
		expect(seen.equals(whole)).toBe(false);
		// What was cleaned is clean.
		expect((await read(seen)).seen.equals(seen)).toBe(true);
	});

	test("is refused as cut off wherever it ends too early", async () => {
		const whole = await fixture(name);
		for (const share of [0.5, 0.7, 0.95]) {
			await expect(read(whole.subarray(0, Math.floor(whole.length * share)))).rejects.toEqual(refused(/cut off/));
		}
	});

	test("is a video or refused in words, whatever byte of it is broken", async () => {
		const whole = await fixture(name);
		for (let at = 0; at < whole.length - 4; at += 23) {
			const broken = Buffer.from(whole);
			broken.fill(0xff, at, at + 4);
			const result = await read(broken).catch((error: unknown) => error);
			if (result instanceof Error) expect(result).toEqual(refused(/./));
		}
	});
});

test("the dates of a video and its tracks are gone", async () => {
	const { seen } = await read(await fixture("walk.mp4"));
	const dates = ["mvhd", "tkhd", "mdhd"].map((box) => seen.readBigUInt64BE(seen.indexOf(box) + 8));
	expect(dates).toEqual([0n, 0n, 0n]);
});

test("a video that was held upright is as high as it is seen", async () => {
	expect(await read(await fixture("upright.mp4"))).toMatchObject({ width: 48, height: 64 });
});

test("what a browser recorded, which tells no length, is taken", async () => {
	expect(await read(await fixture("recorded.webm"))).toMatchObject({ type: "video/webm", width: 64, height: 48, seconds: null });
});

test.each([
	["video.mp4", /Not every browser plays MPEG-4 Visual: save it as H.264 in an MP4 file/],
	["hevc.mp4", /Not every browser plays HEVC \(H.265\)/],
	["video.ogv", /not a JPEG/],
])("%s is refused", async (name, words) => {
	await expect(read(await fixture(name))).rejects.toEqual(refused(words));
});

test("a video whose moov is a box of many thousand empty ones is refused within seconds", async () => {
	const empty = Buffer.from("\0\0\0\bfree", "latin1");
	const inner = Buffer.concat(Array.from({ length: 400_000 }, () => empty));
	const head = Buffer.from("\0\0\0\0moov", "latin1");
	head.writeUInt32BE(8 + inner.length);
	const ftyp = (await fixture("walk.mp4")).subarray(0, 32);
	await expect(read(Buffer.concat([ftyp, head, inner]))).rejects.toEqual(refused(/no picture/));
});
