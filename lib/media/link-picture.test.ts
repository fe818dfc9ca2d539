import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pixel, plain } from "@/e2e/support/pictures";
import { readCover } from "./cover";
import { linkPicture } from "./link-picture";

const words = { title: "Late train home", line: "Mira Holt", label: "Playlist · 8 songs", accent: [0.54, 0.2, 285] as const };
const size = { format: "jpeg", width: 1200, height: 630 };

/** The darkest of the three colours anywhere to the right of where a cover can be and above our name: there stands the title. */
async function darkest(picture: Buffer): Promise<number> {
	const part = await sharp(picture).extract({ left: 830, top: 170, width: 300, height: 300 }).png().toBuffer();
	const { channels } = await sharp(part).stats();
	return Math.min(...channels.map(({ min }) => min));
}

describe("linkPicture", () => {
	test("is 1200 by 630 and small, with words beside the cover", async () => {
		const { large } = await readCover(await plain("png", 640));
		const picture = await linkPicture(words, large);
		expect(await sharp(picture).metadata()).toMatchObject(size);
		expect(picture.length).toBeLessThan(150_000);
		const [red = 0, green = 0, blue = 0] = await pixel(picture, 290, 315);
		for (const [is, was] of [
			[red, 0x88],
			[green, 0x44],
			[blue, 0x33],
		] as const)
			expect(Math.abs(is - was)).toBeLessThan(8);
		expect(await darkest(picture)).toBeLessThan(60);
	});

	test("draws a cover from the title, the same every time and not the same for all", async () => {
		const [one, again, other] = await Promise.all(["a", "a", "b"].map((title) => linkPicture({ ...words, title }, null)));
		expect(again?.equals(one ?? Buffer.of())).toBe(true);
		expect(other?.equals(one ?? Buffer.of())).toBe(false);
	});

	test.each([
		["long", "The complete and unabridged collection of everything ".repeat(200)],
		["one word", "W".repeat(10_000)],
		["markup", `</svg><script>alert("x")</script><image href="file:///etc/passwd"/>&amp;'`],
		["control characters and halves of pairs", "a\u0000\u202Eb\uD800\u{1F4BF}"],
		["spaces", " \u00A0".repeat(500)],
		["nothing", ""],
	])("a title of %s is harmless", async (_what, title) => {
		expect(await sharp(await linkPicture({ ...words, title, line: title, label: title }, null)).metadata()).toMatchObject(size);
	});

	test.each(["夜の電車で帰る", "أغاني الليل الطويل", "💿🔥"])("leaves a title out that its letters cannot show: %s", async (title) => {
		const { large } = await readCover(
			await sharp({ create: { width: 640, height: 640, channels: 3, background: "#ffffff" } })
				.png()
				.toBuffer(),
		);
		expect(await darkest(await linkPicture({ ...words, title }, large))).toBeGreaterThan(150);
	});
});
