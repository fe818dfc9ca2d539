import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { animation, picture, pixel, plain, taken } from "@/e2e/support/pictures";
import { fixture } from "@/e2e/support/songs";
import { readSlide } from "./slide";

const folder = mkdtempSync(join(tmpdir(), "passalong-slides-"));
let made = 0;
/** What others get to see of a file with these bytes, beside what is known of it. */
async function read(bytes: Uint8Array | string) {
	const path = join(folder, `${made++}.bin`);
	await writeFile(path, bytes);
	const { shown, thumbnail, ...slide } = await readSlide(path);
	const parts: Buffer[] = [];
	for await (const part of shown) parts.push(part);
	return { ...slide, thumbnail, seen: Buffer.concat(parts) };
}
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

describe("a picture", () => {
	test.each(["jpeg", "png", "webp"] as const)("as %s is shown upright and without what the camera wrote into it", async (format) => {
		const slide = await read(await taken(format));
		expect(slide).toMatchObject({ kind: "image", type: `image/${format}`, width: 200, height: 600, seconds: null });
		const { exif, xmp, iptc, icc, orientation, format: now } = await sharp(slide.seen).metadata();
		expect([exif, xmp, iptc, icc, orientation, now]).toEqual([undefined, undefined, undefined, undefined, undefined, format]);
		expect(slide.seen.toString("latin1")).not.toMatch(/Ada|Exif|GPS|48\.8|x:xmpmeta/);
		// What was at the left of the sensor is at the top.
		const [red = 0, , blue = 255] = await pixel(slide.seen, 100, 20);
		expect([red > 200, blue < 60]).toEqual([true, true]);
	});

	test("has a small WebP beside it, whole and not enlarged", async () => {
		const { thumbnail } = await read(await picture("jpeg", { width: 1800, height: 600 }));
		const small = await sharp(thumbnail ?? "").metadata();
		expect(small).toMatchObject({ format: "webp", width: 480, height: 160 });
		expect([small.exif, small.xmp]).toEqual([undefined, undefined]);
		const tiny = await read(await plain("png", 1));
		expect(await sharp(tiny.thumbnail ?? "").metadata()).toMatchObject({ width: 1, height: 1 });
	});

	test("is not larger than a good screen", async () => {
		const { width, height, seen } = await read(await plain("jpeg", 7_000, { progressive: true }));
		expect({ width, height }).toEqual({ width: 3840, height: 3840 });
		expect((await sharp(seen).metadata()).width).toBe(3840);
	});

	test("keeps what is transparent", async () => {
		const clear = { width: 30, height: 30, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
		expect((await sharp((await read(await sharp({ create: clear }).png().toBuffer())).seen).metadata()).hasAlpha).toBe(true);
	});

	test("loses what somebody appended to it", async () => {
		const { seen } = await read(Buffer.concat([await picture("jpeg"), Buffer.from("<script>alert(1)</script>")]));
		expect(seen.includes("<script>")).toBe(false);
	});
});

describe.each(["gif", "webp"] as const)("an animation as %s", (format) => {
	test("still moves, and has nothing else in it", async () => {
		const slide = await read(await animation(format, 12));
		expect(slide).toMatchObject({ kind: "image", type: `image/${format}`, width: 40, height: 30 });
		const { pages, exif } = await sharp(slide.seen, { animated: true }).metadata();
		expect({ pages, exif }).toEqual({ pages: 12, exif: undefined });
		expect(slide.seen.toString("latin1")).not.toMatch(/Ada lives here|<script>/);
		expect((await sharp(slide.thumbnail ?? "").metadata()).pages).toBeUndefined();
	});

	test("of 2,000 frames is refused", async () => {
		await expect(read(await animation(format, 2_000))).rejects.toEqual(refused(/2,000 frames: 1,000 at most/));
	});

	test("whose frames are too many pixels together is refused", async () => {
		const wide = await animation(format, 40);
		// The size of a GIF's screen; of a WebP's canvas, less one.
		if (format === "gif") wide.writeUInt32LE(0x0700_0700, 6);
		else wide.writeUIntLE(0x00_0fff_000fff, 24, 6);
		await expect(read(wide)).rejects.toEqual(refused(/more than 100 megapixels together/));
	});

	test("that is cut off is refused", async () => {
		const whole = await animation(format, 12);
		await expect(read(whole.subarray(0, whole.length - 5))).rejects.toEqual(refused(/damaged/));
		await expect(read(whole.subarray(0, whole.length / 2))).rejects.toEqual(refused(/damaged/));
	});
});

test("a GIF does not claim a larger screen than it was measured by", async () => {
	const wide = await animation("gif", 3);
	wide.writeUInt32LE(0xffff_ffff, 6);
	const { seen, width, height } = await read(wide);
	expect([seen.readUInt16LE(6), seen.readUInt16LE(8)]).toEqual([width, height]);
	expect(width * height).toBeLessThan(1_000_000);
});

describe("what is not taken", () => {
	test.each([
		["nothing", "", /empty/],
		["HTML", "<!doctype html><title>x</title>", /not a JPEG, PNG, WebP or GIF picture, and not an MP4 or WebM video/],
		["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /SVG drawings are not supported/],
		["SVG behind an XML head", '<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
		["a GIF's first bytes before a page", "GIF89a<html><script>alert(1)</script>", /damaged/],
		["a JPEG's first bytes before a page", Buffer.from("\xff\xd8\xff<html>", "latin1"), /damaged/],
		["a PDF", "%PDF-1.4\n", /not a JPEG/],
		["HEIC", ftyp("heic", "mif1"), /HEIC pictures are not supported: save it as JPEG/],
		["a phone's MOV", ftyp("qt  "), /MOV videos are not supported: save it as MP4/],
		["an MP4 of nothing", ftyp("isom", "mp41"), /no picture/],
	])("%s is refused in words", async (_what, bytes, words) => {
		await expect(read(bytes)).rejects.toEqual(refused(words));
	});

	test("AVIF is refused by its name", async () => {
		await expect(read(await picture("avif"))).rejects.toEqual(refused(/AVIF pictures are not supported/));
	});

	test.each([
		["late-train.mp3", /not a JPEG/],
		["late-train.m4a", /not a JPEG/],
	])("%s is refused", async (name, words) => {
		await expect(read(await fixture(name))).rejects.toEqual(refused(words));
	});

	test("a PNG of 30,000 by 30,000 is refused before it is decoded", async () => {
		const before = process.memoryUsage().rss;
		await expect(read(await largePng(30_000))).rejects.toEqual(refused(/larger than 100 megapixels/));
		expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
	});

	test("a picture of more than 20 MB is refused", async () => {
		await expect(read(Buffer.concat([await plain("png", 10), Buffer.alloc(20 * 1024 * 1024)]))).rejects.toEqual(refused(/20 MB/));
	});

	test.each(["jpeg", "png", "webp", "gif"] as const)(
		"a %s that is damaged is refused or shown, and throws nothing else",
		async (format) => {
			const whole = await picture(format, { width: 300, height: 300 });
			for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 40), whole.subarray(0, 13)]) {
				await expect(read(bytes)).rejects.toEqual(refused(/damaged|not a JPEG/));
			}
			for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
				const broken = Buffer.from(whole);
				broken[at] = (broken[at] ?? 0) ^ 0xff;
				const result = await read(broken).catch((error: unknown) => error);
				if (result instanceof Error) expect(result).toEqual(refused(/./));
			}
		},
	);
});

/** The first box of a file of that brand. */
function ftyp(...brands: string[]): Buffer {
	const box = Buffer.alloc(16 + 4 * brands.length);
	box.writeUInt32BE(box.length);
	box.write(`ftyp${brands[0]}`, 4, "latin1");
	for (const [index, brand] of brands.entries()) box.write(brand, 16 + 4 * index, "latin1");
	return box;
}

/** A PNG that says it is so large; what is in it nobody is meant to read. */
async function largePng(side: number): Promise<Buffer> {
	const bytes = await plain("png", 8);
	bytes.writeUInt32BE(side, 16);
	bytes.writeUInt32BE(side, 20);
	const { crc32 } = await import("node:zlib");
	bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
	return bytes;
}
