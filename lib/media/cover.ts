import { fileTypeFromBuffer, fileTypeFromFile } from "file-type";
import sharp from "sharp";
import { badField } from "@/lib/refused";
import { turns } from "./turns";

/** Square WebP pictures without metadata, at most 640 and 160 pixels wide. */
export type Cover = { large: Buffer; small: Buffer };

/** What a browser can choose as a picture, and we take. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"] as const;
/** `file-type` tells animated PNGs apart; their first frame is a PNG. */
const known = new Set<string>([...pictureTypes, "image/apng"]);

/** Phones take pictures of 50 megapixels. A progressive JPEG of that size costs 290 MB while it is read (docs/decisions/0009). */
const mostPixels = 51_000_000;
/** Above this a picture is read alone. */
const largePixels = 12_000_000;
/** Seconds for one picture. */
const deadline = 20;

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

const inTurn = turns(2);

/**
 * The cover that a picture makes: turned upright, cut to a square from its middle, never enlarged; of an animation its first frame.
 * Throws `bad_input` on the field `file` for what is no picture that we take, too large or damaged.
 */
export async function readCover(picture: string | Uint8Array): Promise<Cover> {
	const type = await (typeof picture === "string" ? fileTypeFromFile(picture) : fileTypeFromBuffer(picture));
	if (!type || !known.has(type.mime)) throw badField("file", "This is not a JPEG, PNG, WebP or GIF picture");
	const { width = 0, height = 0 } = await orDamaged(sharp(picture, { limitInputPixels: false }).metadata());
	const pixels = width * height;
	if (pixels === 0) throw damaged();
	if (pixels > mostPixels) throw badField("file", "The picture is larger than 50 megapixels");
	return inTurn(pixels > largePixels ? 2 : 1, () => orDamaged(resize(picture, Math.min(width, height, 640))));
}

async function resize(picture: string | Uint8Array, side: number): Promise<Cover> {
	const { data, info } = await sharp(picture, { limitInputPixels: mostPixels, failOn: "error" })
		.timeout({ seconds: deadline })
		.autoOrient()
		.resize(side, side, { fit: "cover" })
		.toColourspace("srgb")
		.raw()
		.toBuffer({ resolveWithObject: true });
	const square = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
	const large = await square().webp({ quality: 82 }).toBuffer();
	const small = await square().resize(Math.min(side, 160)).webp({ quality: 80 }).toBuffer();
	return { large, small };
}

const damaged = () => badField("file", "The picture is damaged and cannot be read");

async function orDamaged<T>(reading: Promise<T>): Promise<T> {
	return reading.catch(() => {
		throw damaged();
	});
}
