import sharp from "sharp";

type Format = "jpeg" | "png" | "webp" | "gif" | "avif";

/** A picture whose left third is red, its middle green and its right third blue, so that a crop can be told. */
export function picture(format: Format, { width = 900, height = 300 } = {}): Promise<Buffer> {
	const third = Math.max(1, Math.floor(width / 3));
	const stripe = (background: string, left: number) => ({
		input: { create: { width: third, height, channels: 3 as const, background } },
		left,
		top: 0,
	});
	return sharp({ create: { width, height, channels: 3, background: "#00ff00" } })
		.composite([stripe("#ff0000", 0), stripe("#0000ff", width - third)])
		.toFormat(format)
		.withExif({ IFD0: { Copyright: "Ada lives here" } })
		.toBuffer();
}

/** One colour, which compresses to next to nothing whatever its size. */
export function plain(format: Format, side: number, options: { progressive?: boolean } = {}): Promise<Buffer> {
	return sharp({ create: { width: side, height: side, channels: 3, background: "#884433" }, limitInputPixels: false })
		.toFormat(format, options)
		.toBuffer();
}

/** What one pixel of a picture looks like: red, green, blue. */
export async function pixel(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
	const { data } = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
	return [...data];
}

/** A picture as a phone takes it, held sideways: its left third is red; EXIF with a place, XMP. Upright it is 200 by 600 pixels. */
export async function taken(format: "jpeg" | "png" | "webp"): Promise<Buffer> {
	const [large, xmp] = [await picture(format, { width: 600, height: 200 }), "<x:xmpmeta>Ada was here</x:xmpmeta>"];
	return sharp(large)
		.withMetadata({ orientation: 6 })
		.withExifMerge({ IFD0: { Artist: "Ada" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 3000/100" } })
		.withXmp(xmp)
		.toBuffer();
}

/** A moving picture of so many frames, 40 by 30 pixels, with a remark of its maker in it. */
export async function animation(format: "gif" | "webp", frames: number): Promise<Buffer> {
	const [width, height] = [40, 30];
	const size = width * height * 3;
	// Frames that are alike would be joined.
	const pixels = Buffer.alloc(size * frames);
	for (let frame = 0; frame < frames; frame++) pixels.fill((frame * 97) % 256, size * frame, size * (frame + 1));
	const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
	const moving = sharp(pixels, { raw, limitInputPixels: false });
	if (format === "webp")
		return moving
			.webp({ effort: 0 })
			.withExif({ IFD0: { Copyright: "Ada lives here" } })
			.toBuffer();
	const gif = await moving.gif({ effort: 1, loop: 0, keepDuplicateFrames: true }).toBuffer();
	const remark = Buffer.from("\x21\xfe\x16Ada lives here<script>\0", "latin1");
	const colours = (gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0;
	return Buffer.concat([gif.subarray(0, 13 + colours), remark, gif.subarray(13 + colours)]);
}
