import { Readable } from "node:stream";
import type { Owner } from "@/lib/authority";
import { renderPiece, sampleRate } from "@/lib/media/sample-music/render";
import type { Piece } from "@/lib/media/sample-music/score";
import { wavFile } from "@/lib/media/sample-music/wav-file";
import type { Item, NewItem, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";
import { withFiles } from "./with-files";

/** Somebody who does not exist, so that nobody is given words or music that are not theirs. */
const artist = "Mira Holt";

/** Plays a piece and makes it a song of the owner. */
export async function addPiece({ items, blobs }: World, owner: Owner, kind: Kind, piece: Piece, source: string): Promise<Item> {
	const samples = await renderPiece(piece);
	const { key, size, sha256, keep, discard } = await blobs.stage(Readable.from([wavFile(samples, sampleRate)]));
	const duration = Math.round((samples.length / sampleRate) * 1000) / 1000;
	const item: NewItem = {
		ownerId: owner.id,
		kind: kind.name,
		title: piece.title,
		description: "",
		...written(kind, { artist, duration }),
		source,
		blobs: [{ key, role: "audio", type: "audio/wav", size, sha256 }],
	};
	await keep().finally(discard);
	return withFiles(blobs, [key], () => items.create(item));
}
