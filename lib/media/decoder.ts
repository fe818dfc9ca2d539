import sharp, { type ResizeOptions } from "sharp";
import { badField, type Refused } from "@/lib/refused";
import { turns } from "./turns";

// Nothing but these four formats is ever handed to a decoder, whatever else this build of libvips can read; and drawings of our own, from
// memory (link-drawing.ts). What is uploaded begins with one of the four formats' marks, and no drawing does.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
	operation: [
		...["Jpeg", "Png", "Webp", "Nsgif"].flatMap((name) => [`VipsForeignLoad${name}File`, `VipsForeignLoad${name}Buffer`]),
		"VipsForeignLoadSvgBuffer",
	],
});
// Its cache would hold the last pictures; each is read once.
sharp.cache(false);
sharp.concurrency(1);

/** Above this a picture is read alone. */
const largePixels = 12_000_000;
/** Seconds for one picture. */
const deadline = 20;

const inTurn = turns(2);

export type Pixels = { width: number; height: number; pages: number };

/** How large a picture says it is, before any of it is decoded; an animation's frames are `pages`. Throws `bad_input` when it says nothing. */
export async function sizeOf(picture: string | Uint8Array): Promise<Pixels> {
	const { width, height, pages = 1 } = await orDamaged(sharp(picture, { limitInputPixels: false }).metadata());
	if (width * height === 0) throw damaged();
	return { width, height, pages };
}

/** Decodes a picture of so many pixels when its turn has come: two at once, a large one alone. Throws `bad_input` when it is damaged. */
export function decoding<T>(pixels: number, work: () => Promise<T>): Promise<T> {
	return inTurn(pixels > largePixels ? 2 : 1, () => orDamaged(work()));
}

/** The picture, its first frame alone, upright and in the browser's colours, at most `box` pixels wide and high, never enlarged. */
export async function pixelsOf(picture: string | Uint8Array, most: number, box: ResizeOptions) {
	const { data, info } = await sharp(picture, { limitInputPixels: most, failOn: "error" })
		.timeout({ seconds: deadline })
		.autoOrient()
		.resize(box)
		.toColourspace("srgb")
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	return { width, height, again: () => sharp(data, { raw: { width, height, channels } }) };
}

const damaged = (): Refused => badField("file", "The picture is damaged and cannot be read");

async function orDamaged<T>(reading: Promise<T>): Promise<T> {
	return reading.catch(() => {
		throw damaged();
	});
}
