import { fileTypeFromBuffer, fileTypeFromFile } from "file-type";
import { badField } from "@/lib/refused";
import { decoding, pixelsOf, sizeOf } from "./decoder";

/** A picture on a board, made anew without what cameras and programs wrote into it about place, time and themselves. */
export type BoardPicture = { bytes: Buffer; type: "image/jpeg" | "image/png" | "image/webp" };

/** As for covers (docs/decisions/0009). */
const mostPixels = 51_000_000;
/** The longer side in pixels: more than any screen shows of a board. */
const longestSide = 4_096;

type Pixels = Awaited<ReturnType<typeof pixelsOf>>;
const encoders: Record<BoardPicture["type"], (pixels: Pixels) => Promise<Buffer>> = {
	"image/jpeg": ({ again }) => again().jpeg({ quality: 88 }).toBuffer(),
	"image/png": ({ again }) => again().png().toBuffer(),
	"image/webp": ({ again }) => again().webp({ quality: 88, effort: 2 }).toBuffer(),
};
/** Of what moves, a board shows the first frame. */
const becomes: Record<string, BoardPicture["type"]> = {
	"image/jpeg": "image/jpeg",
	"image/png": "image/png",
	"image/apng": "image/png",
	"image/gif": "image/png",
	"image/webp": "image/webp",
};

/** Reads a picture by its content, never by its name. Throws `bad_input` on `file` for what is none that we take, too large or damaged. */
export async function readBoardPicture(picture: string | Uint8Array): Promise<BoardPicture> {
	const found = await (typeof picture === "string" ? fileTypeFromFile(picture) : fileTypeFromBuffer(picture));
	const type = becomes[found?.mime ?? ""];
	if (!type) throw badField("file", "This is not a JPEG, PNG, WebP or GIF picture");
	const { width, height } = await sizeOf(picture);
	if (width * height > mostPixels) throw badField("file", "The picture is larger than 50 megapixels");
	const bytes = await decoding(width * height, async () => {
		const box = { width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true } as const;
		return encoders[type](await pixelsOf(picture, mostPixels, box));
	});
	return { bytes, type };
}
