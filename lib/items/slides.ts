import { Readable } from "node:stream";
import { readSlide } from "@/lib/media/slide";
import type { BlobRow, Blobs, StagedBlob } from "@/lib/ports";
import { badField } from "@/lib/refused";
import type { Medium } from "./session-content";

/** A picture or video that waits in the store's staging, with its thumbnail, for a session to take it. */
export type StagedSlide = {
	medium: Omit<Medium, "id" | "caption">;
	type: string;
	media: StagedBlob;
	thumb: StagedBlob | null;
};

/**
 * Reads an uploaded file and stages what others get to see of it. Throws `bad_input` on `file` for what is no picture or video that we take; nothing
 * is staged then.
 */
export async function stageSlide(blobs: Blobs, { path }: Pick<StagedBlob, "path">): Promise<StagedSlide> {
	const { kind, type, width, height, seconds, shown, thumbnail } = await readSlide(path);
	const media = await blobs.stage(Readable.from(shown));
	try {
		const thumb = thumbnail && (await blobs.stage(Readable.from([thumbnail])));
		const medium = { type: kind, width, height, seconds, size: media.size, thumbnail: thumb?.sha256.slice(0, 8) ?? null };
		return { medium, type, media, thumb };
	} catch (error) {
		await media.discard();
		throw error;
	}
}

/** Stages the thumbnail that a picture makes. Throws `bad_input` on `file` for what is no picture that we take. */
export async function stageThumbnail(blobs: Blobs, path: string): Promise<StagedBlob> {
	const { thumbnail } = await readSlide(path);
	if (!thumbnail) throw badField("file", "This is not a JPEG, PNG, WebP or GIF picture");
	return blobs.stage(Readable.from([thumbnail]));
}

/** Drops what no session took. */
export async function discardSlide({ media, thumb }: StagedSlide): Promise<void> {
	await media.discard();
	await thumb?.discard();
}

/** Keeps the files of slides in the store, where they are to be written with their session. Leaves none behind when it throws. */
export async function keepSlides(blobs: Blobs, slides: readonly StagedSlide[]): Promise<string[]> {
	const kept: string[] = [];
	try {
		for (const staged of slides.flatMap(({ media, thumb }) => (thumb ? [media, thumb] : [media]))) {
			await staged.keep();
			kept.push(staged.key);
		}
		return kept;
	} catch (error) {
		for (const key of kept) await blobs.remove(key);
		throw error;
	}
}

/** The rows of a slide's files under that id. */
export function rowsOf({ type, media, thumb }: StagedSlide, id: number): BlobRow[] {
	const row = ({ key, size, sha256 }: StagedBlob, role: string, mime: string) => ({ key, role, type: mime, size, sha256 });
	return [row(media, `media-${id}`, type), ...(thumb ? [row(thumb, `thumb-${id}`, "image/webp")] : [])];
}
