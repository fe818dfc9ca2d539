import { Readable } from "node:stream";
import type { Owner } from "@/lib/authority";
import { samplePicture } from "@/lib/media/sample-picture";
import type { BlobRow, Item, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";
import type { Medium } from "./session-content";
import { discardSlide, keepSlides, rowsOf, stageSlide } from "./slides";
import { withFiles } from "./with-files";

/** Something to try things out with. `pictures` are drawn from their titles, for a kind that has some. */
export type Sample = {
	title: string;
	description: string;
	content: Record<string, unknown>;
	pictures?: readonly { drawn: string; caption: string }[];
};

/** Makes a sample the owner's. */
export async function addSample(
	world: World,
	owner: Owner,
	kind: Kind,
	{ title, description, content, pictures = [] }: Sample,
	source: string,
): Promise<Item> {
	const { media, blobs } = await drawAll(world, pictures);
	const whole = media.length > 0 ? { ...content, media, nextMediaId: media.length + 1 } : content;
	const item = { ownerId: owner.id, kind: kind.name, title, description, ...written(kind, whole), source, blobs };
	const keys = blobs.map(({ key }) => key);
	return withFiles(world.blobs, keys, () => world.items.create(item));
}

async function drawAll({ blobs }: World, pictures: NonNullable<Sample["pictures"]>): Promise<{ media: Medium[]; blobs: BlobRow[] }> {
	const all: { media: Medium[]; blobs: BlobRow[] } = { media: [], blobs: [] };
	for (const [index, { drawn, caption }] of pictures.entries()) {
		const staged = await blobs.stage(Readable.from([await samplePicture(drawn)]));
		const slide = await stageSlide(blobs, staged).finally(() => staged.discard());
		await keepSlides(blobs, [slide]).finally(() => discardSlide(slide));
		all.media.push({ ...slide.medium, id: index + 1, caption });
		all.blobs.push(...rowsOf(slide, index + 1));
	}
	return all;
}
