import sharp from "sharp";
import { expect, test } from "vitest";
import { samplePicture, samplePictures } from "./sample-pictures";

test("each sample picture is a JPEG that fills a screen, the same each time and unlike the others", async () => {
	const all = await Promise.all(Array.from({ length: samplePictures }, (_, index) => samplePicture(index)));
	for (const [index, picture] of all.entries()) {
		expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 1920, height: 1280 });
		expect((await samplePicture(index)).equals(picture)).toBe(true);
	}
	expect(new Set(all.map((picture) => picture.toString("base64"))).size).toBe(samplePictures);
});
