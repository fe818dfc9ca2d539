import type { BlobRow, Item, World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { written } from "@/lib/shares/kind";
import { editItem } from "./edit";
import { contentOf, type SessionKind } from "./session-content";
import { mediumAt } from "./session-media";
import { stageThumbnail } from "./slides";
import { withFiles } from "./with-files";

/**
 * Gives a video the picture in that file as its thumbnail: a browser can show us one of its frames, and we cannot look into it. Throws `not_found`,
 * and `bad_input` on `file` for what is no picture, and for a picture, which has its own.
 */
export async function setPoster(world: World, session: Item, kind: SessionKind, id: string, path: string): Promise<Item> {
	const { blobs } = world;
	if (mediumAt(contentOf(kind, session), id).medium.type !== "video") throw badField("file", "Only a video is given a thumbnail");
	const { key, size, sha256, keep, discard } = await stageThumbnail(blobs, path);
	await keep().finally(discard);
	return withFiles(blobs, [key], () =>
		editItem(world, session, (current) => {
			const content = contentOf(kind, current);
			const { at, medium } = mediumAt(content, id);
			const media = content.media.with(at, { ...medium, thumbnail: sha256.slice(0, 8) });
			const file: BlobRow = { key, role: `thumb-${medium.id}`, type: "image/webp", size, sha256 };
			return { ...written(kind, { ...content, media }), dropRoles: [file.role], addBlobs: [file] };
		}),
	);
}
