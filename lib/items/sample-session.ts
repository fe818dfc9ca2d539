import { Readable } from "node:stream";
import type { Owner } from "@/lib/authority";
import { samplePicture } from "@/lib/media/sample-pictures";
import type { Item, World } from "@/lib/ports";
import { written } from "@/lib/shares/kind";
import type { SessionKind } from "./session-content";
import { discardSlide, keepSlides, rowsOf, type StagedSlide, stageSlide } from "./slides";
import { withFiles } from "./with-files";

/** A slideshow of pictures that are drawn, one for each caption. */
type Sample = { title: string; description: string; content: object; captions: readonly string[] };

/** Makes a session of sample pictures, which comes from `source`. Throws as `items.create`. */
export async function addSampleSession(world: World, owner: Owner, kind: SessionKind, sample: Sample, source: string): Promise<Item> {
	const { blobs, items } = world;
	const slides: StagedSlide[] = [];
	try {
		for (const index of sample.captions.keys()) slides.push(await drawn(world, index));
		const media = slides.map(({ medium }, index) => ({ ...medium, id: index + 1, caption: sample.captions[index] ?? "" }));
		const item = {
			ownerId: owner.id,
			kind: kind.name,
			title: sample.title,
			description: sample.description,
			...written(kind, { ...sample.content, media, nextMediaId: media.length + 1 }),
			source,
			blobs: slides.flatMap((slide, index) => rowsOf(slide, index + 1)),
		};
		return await withFiles(blobs, await keepSlides(blobs, slides), () => items.create(item));
	} finally {
		for (const slide of slides) await discardSlide(slide);
	}
}

async function drawn({ blobs }: World, index: number): Promise<StagedSlide> {
	const staged = await blobs.stage(Readable.from([await samplePicture(index)]));
	try {
		return await stageSlide(blobs, staged);
	} finally {
		await staged.discard();
	}
}
