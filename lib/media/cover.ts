import { fileTypeFromBuffer, fileTypeFromFile } from "file-type";
import { badField } from "@/lib/refused";
import { decoding, pixelsOf, sizeOf } from "./decoder";

/** Square WebP pictures without metadata, at most 640 and 160 pixels wide. */
export type Cover = { large: Buffer; small: Buffer };

/** What a browser can choose as a picture, and we take. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"] as const;
/** `file-type` tells animated PNGs apart; their first frame is a PNG. */
const known = new Set<string>([...pictureTypes, "image/apng"]);

/** Phones take pictures of 50 megapixels. A progressive JPEG of that size costs 290 MB while it is read (docs/decisions/0009). */
const mostPixels = 51_000_000;

/**
 * The cover that a picture makes: turned upright, cut to a square from its middle, never enlarged; of an animation its first frame.
 * Throws `bad_input` on the field `file` for what is no picture that we take, too large or damaged.
 */
export async function readCover(picture: string | Uint8Array): Promise<Cover> {
	const type = await (typeof picture === "string" ? fileTypeFromFile(picture) : fileTypeFromBuffer(picture));
	if (!type || !known.has(type.mime)) throw badField("file", "This is not a JPEG, PNG, WebP or GIF picture");
	const { width, height } = await sizeOf(picture);
	if (width * height > mostPixels) throw badField("file", "The picture is larger than 50 megapixels");
	return decoding(width * height, () => resize(picture, Math.min(width, height, 640)));
}

async function resize(picture: string | Uint8Array, side: number): Promise<Cover> {
	const { again } = await pixelsOf(picture, mostPixels, { width: side, height: side, fit: "cover" });
	const large = await again().webp({ quality: 82 }).toBuffer();
	const small = await again().resize(Math.min(side, 160)).webp({ quality: 80 }).toBuffer();
	return { large, small };
}
