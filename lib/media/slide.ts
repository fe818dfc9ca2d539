import { open, readFile, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { badField } from "@/lib/refused";
import { bareGif, bareWebp } from "./animation";
import { decoding, pixelsOf, sizeOf } from "./decoder";
import { assembled } from "./pieces";
import { readVideo, type VideoType } from "./video";

/**
 * A picture or a video of a slideshow. `shown` is what others get to see, without what cameras and programs wrote into it about place, time
 * and themselves. `thumbnail` is a WebP picture; a video has none. Sides in pixels, as it is seen.
 */
export type Slide = {
	kind: "image" | "video";
	type: string;
	width: number;
	height: number;
	seconds: number | null;
	shown: Iterable<Buffer> | AsyncIterable<Buffer>;
	thumbnail: Buffer | null;
};

/** Bytes of a picture. */
const largestPicture = 20 * 1024 * 1024;
/** All frames of an animation together. What a phone makes has 50 or, of the newest, 100 (docs/decisions/0026). */
const mostPixels = 100_000_000;
const mostFrames = 1_000;
/** The longer side of what is shown, in pixels: a screen of the best kind. */
const shownSide = 3840;
export const thumbnailSide = 480;

const encoders = {
	"image/jpeg": (picture: Pixels) => picture.again().jpeg({ quality: 88 }),
	"image/png": (picture: Pixels) => picture.again().png(),
	// Its best compression takes ten times as long.
	"image/webp": (picture: Pixels) => picture.again().webp({ quality: 88, effort: 2 }),
} as const;
type Pixels = Awaited<ReturnType<typeof pixelsOf>>;
type StillType = keyof typeof encoders;

const bad = (words: string) => badField("file", words);
const damaged = () => bad("The picture is damaged and cannot be read");

/**
 * Reads what a file is from its content, never from its name. Throws `bad_input` on the field `file` for one that is empty, too large, damaged
 * or none of the formats that every browser shows.
 */
export async function readSlide(path: string): Promise<Slide> {
	const { size } = await stat(path);
	if (size === 0) throw bad("The file is empty");
	const type = (await fileTypeFromFile(path))?.mime ?? "";
	if (type === "video/mp4" || type === "video/x-m4v" || type === "video/webm") {
		return video(path, type === "video/webm" ? type : "video/mp4");
	}
	if (!pictures.has(type)) throw bad(await unsupported(path, type));
	if (size > largestPicture) throw bad("The picture is larger than 20 MB");
	return picture(path, type === "image/apng" ? "image/png" : type);
}

const pictures = new Set([...Object.keys(encoders), "image/apng", "image/gif"]);

async function video(path: string, type: VideoType): Promise<Slide> {
	const { pieces, ...look } = await readVideo(path, type);
	return { kind: "video", ...look, shown: assembled(path, pieces), thumbnail: null };
}

async function picture(path: string, type: string): Promise<Slide> {
	const { width, height, pages } = await sizeOf(path);
	if (pages > mostFrames) throw bad(`The animation has ${pages.toLocaleString("en")} frames: 1,000 at most`);
	if (width * height * pages > mostPixels) throw bad(tooMany(pages));
	return decoding(width * height, async () => {
		const moves = type === "image/gif" || pages > 1;
		const pixels = await pixelsOf(path, mostPixels, box(moves ? thumbnailSide : shownSide));
		const thumbnail = await pixels.again().resize(box(thumbnailSide)).webp({ quality: 80 }).toBuffer();
		const still = (encoders[type as StillType] ?? encoders["image/png"])(pixels);
		const bytes = moves ? await bare(path, type, { width, height }) : await still.toBuffer();
		const sides = moves ? { width, height } : { width: pixels.width, height: pixels.height };
		return { kind: "image", type, ...sides, seconds: null, shown: [bytes], thumbnail } as const;
	});
}

const box = (side: number) => ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;

const tooMany = (pages: number) =>
	pages > 1 ? "The animation's frames have more than 100 megapixels together" : "The picture is larger than 100 megapixels";

/** An animation is not made anew, which takes long and loses much: only what is not part of it goes. */
async function bare(path: string, type: string, screen: { width: number; height: number }): Promise<Buffer> {
	const bytes = await readFile(path);
	const kept = type === "image/gif" ? bareGif(bytes, screen) : bareWebp(bytes);
	if (!kept) throw damaged();
	return kept;
}

/** What people try with good reason, by name. */
const names: Record<string, string> = {
	"image/heic": "HEIC pictures are not supported: save it as JPEG",
	"image/heif": "HEIF pictures are not supported: save it as JPEG",
	"image/avif": "AVIF pictures are not supported: save it as JPEG or WebP",
	"image/tiff": "TIFF pictures are not supported: save it as JPEG",
	"image/bmp": "BMP pictures are not supported: save it as PNG",
	"video/quicktime": "MOV videos are not supported: save it as MP4",
	"video/matroska": "MKV videos are not supported: save it as MP4 or WebM",
};

/** Why a file is not taken, in words that name what it is where that is known. */
async function unsupported(path: string, type: string): Promise<string> {
	const known = names[type.replace(/-sequence$/, "")];
	if (known) return known;
	if (/<svg[\s>]/i.test(await beginning(path))) return "SVG drawings are not supported: save it as PNG";
	return "This is not a JPEG, PNG, WebP or GIF picture, and not an MP4 or WebM video";
}

async function beginning(path: string): Promise<string> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
		return buffer.toString("latin1", 0, bytesRead);
	} finally {
		await file.close();
	}
}
