import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { picture, pixel, plain } from "@/e2e/support/pictures";
import { readCover } from "./cover";

const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

describe("readCover", () => {
	test.each(["jpeg", "png", "webp", "gif"] as const)(
		"cuts a square from the middle of a %s, in two sizes, without its metadata",
		async (format) => {
			const { large, small } = await readCover(await picture(format, { width: 2100, height: 700 }));
			expect(await sharp(large).metadata()).toMatchObject({ format: "webp", width: 640, height: 640 });
			expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 160, height: 160 });
			const { exif, xmp, icc } = await sharp(large).metadata();
			expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
			for (const left of [4, 320, 635]) {
				const [red = 0, green = 0, blue = 0] = await pixel(large, left, 320);
				expect([red < 60, green > 200, blue < 60]).toEqual([true, true, true]);
			}
		},
	);

	test("does not enlarge", async () => {
		const { large, small } = await readCover(await picture("png", { width: 90, height: 40 }));
		expect((await sharp(large).metadata()).width).toBe(40);
		expect((await sharp(small).metadata()).width).toBe(40);
		expect((await sharp((await readCover(await plain("png", 1))).large).metadata()).width).toBe(1);
	});

	test("turns upright what a camera says it held sideways", async () => {
		const sideways = await sharp(await picture("jpeg", { width: 600, height: 600 }))
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const { large } = await readCover(sideways);
		const [red = 0, , blue = 255] = await pixel(large, 300, 20);
		expect([red > 200, blue < 60]).toEqual([true, true]);
	});

	test("shows the first frame of an animation", async () => {
		const frame = (background: string) => ({ create: { width: 50, height: 50, channels: 3 as const, background } });
		const frames = await Promise.all(["#ff0000", "#0000ff"].map((colour) => sharp(frame(colour)).png().toBuffer()));
		const animated = await sharp(frames, { join: { animated: true } })
			.gif()
			.toBuffer();
		const { large } = await readCover(animated);
		expect((await sharp(large).metadata()).pages).toBeUndefined();
		const [red = 0, , blue = 255] = await pixel(large, 25, 25);
		expect([red > 200, blue < 60]).toEqual([true, true]);
	});

	test("keeps what is transparent transparent", async () => {
		const clear = { width: 30, height: 30, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
		const { large } = await readCover(await sharp({ create: clear }).png().toBuffer());
		expect((await sharp(large).metadata()).hasAlpha).toBe(true);
	});

	test.each([
		["nothing", Buffer.alloc(0)],
		["HTML", Buffer.from("<!doctype html><title>x</title>")],
		["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>')],
		["SVG behind an XML head", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
		["a PDF", Buffer.from("%PDF-1.4\n")],
		["a sound", Buffer.from("ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000")],
	])("refuses %s", async (_what, bytes) => {
		await expect(readCover(bytes)).rejects.toEqual(refused(/not a JPEG, PNG, WebP or GIF/));
	});

	test("refuses AVIF, which the decoder could read", async () => {
		await expect(readCover(await picture("avif"))).rejects.toEqual(refused(/not a JPEG, PNG, WebP or GIF/));
	});

	test("keeps the decoder from reading anything else, also where somebody forgets to ask", async () => {
		const file = join(await mkdtemp(join(tmpdir(), "cover-")), "drawing.svg");
		await writeFile(file, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
		await expect(sharp(file).png().toBuffer()).rejects.toThrow(/unsupported image format/);
		await rm(dirname(file), { recursive: true });
		await expect(
			sharp(await picture("avif"))
				.png()
				.toBuffer(),
		).rejects.toThrow();
	});

	// Drawings of our own are read from memory; what only claims to be a picture is still none.
	test.each(["GIF89a", "GIF87a", "RIFF\u0010\u0000\u0000\u0000WEBP"])("never draws what begins with %j", async (mark) => {
		const drawing = `${mark}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`;
		await expect(readCover(Buffer.from(drawing))).rejects.toEqual(refused(/damaged|not a JPEG/));
	});

	test.each(["jpeg", "png", "webp", "gif"] as const)("refuses a %s that is cut off or damaged, and throws nothing else", async (format) => {
		const whole = await picture(format, { width: 300, height: 300 });
		for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 40), whole.subarray(0, 13)]) {
			await expect(readCover(bytes)).rejects.toEqual(refused(/damaged|not a JPEG/));
		}
		for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
			const broken = Buffer.from(whole);
			broken[at] = (broken[at] ?? 0) ^ 0xff;
			const result = await readCover(broken).catch((error: unknown) => error);
			if (result instanceof Error) expect(result).toEqual(refused(/./));
		}
	});

	test.each(["jpeg", "png"] as const)("refuses a %s of 10,000 by 10,000", async (format) => {
		await expect(readCover(await plain(format, 10_000))).rejects.toEqual(refused(/larger than 50 megapixels/));
	});

	test("takes what a phone's camera makes", async () => {
		const bytes = await plain("jpeg", 7_000, { progressive: true });
		expect((await sharp((await readCover(bytes)).large).metadata()).width).toBe(640);
	});
});
