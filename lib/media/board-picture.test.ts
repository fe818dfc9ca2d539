import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { picture, pixel, plain } from "@/e2e/support/pictures";
import { readBoardPicture } from "./board-picture";

describe("a picture for a board", () => {
	test.each([
		["jpeg", "image/jpeg"],
		["png", "image/png"],
		["webp", "image/webp"],
		["gif", "image/png"],
	] as const)("stays what it is: %s", async (format, type) => {
		const read = await readBoardPicture(await picture(format));
		const { width, height } = await sharp(read.bytes).metadata();
		expect([read.type, width, height]).toEqual([type, 900, 300]);
		const [red = 0, green = 0, blue = 0] = await pixel(read.bytes, 10, 150);
		expect(red > 200 && green < 60 && blue < 60).toBe(true);
	});

	test("tells nothing of whoever took it", async () => {
		const { bytes } = await readBoardPicture(await picture("jpeg"));
		expect((await sharp(bytes).metadata()).exif).toBeUndefined();
		expect(bytes.toString("latin1")).not.toContain("Ada lives here");
	});

	test("stands upright", async () => {
		const lying = await sharp(await picture("jpeg"))
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const { width, height } = await sharp((await readBoardPicture(lying)).bytes).metadata();
		expect([width, height]).toEqual([300, 900]);
	});

	test("is no larger than a screen shows", async () => {
		const { bytes } = await readBoardPicture(await plain("png", 5_000));
		expect((await sharp(bytes).metadata()).width).toBe(4_096);
	});

	test.each([
		["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /not a JPEG/],
		["a page", Buffer.from("<script>alert(1)</script>"), /not a JPEG/],
		["nothing", Buffer.alloc(0), /not a JPEG/],
	])("is never %s", async (_, bytes, words) => {
		await expect(readBoardPicture(bytes)).rejects.toMatchObject({
			code: "bad_input",
			fields: { fields: { file: expect.stringMatching(words) } },
		});
	});

	test("is whole", async () => {
		const half = (await picture("png")).subarray(0, 300);
		await expect(readBoardPicture(half)).rejects.toMatchObject({
			fields: { fields: { file: "The picture is damaged and cannot be read" } },
		});
	});
});
