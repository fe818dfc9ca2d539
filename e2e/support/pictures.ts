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
