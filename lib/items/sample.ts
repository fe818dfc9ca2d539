import { Readable } from "node:stream";
import type { Owner } from "@/lib/authority";
import { pieces } from "@/lib/media/sample-music/pieces";
import { renderPiece, sampleRate } from "@/lib/media/sample-music/render";
import type { Piece } from "@/lib/media/sample-music/score";
import { wavFile } from "@/lib/media/sample-music/wav-file";
import { turns } from "@/lib/media/turns";
import type { Item, NewItem, World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { withFiles } from "./with-files";

/** Somebody who does not exist, so that nobody is given words or music that are not theirs. */
const artist = "Mira Holt";
const playlistWords = { title: "Night drive", description: "Five short pieces to try things out with. Passalong plays them itself." };

/** Music is made for one account after the other: it takes a processor. */
const inTurn = turns(1);

/**
 * Gives the owner a few songs and a playlist of them. What is there from an earlier time stays as it is, and what was deleted
 * comes anew; `added` says whether there was anything to do. The playlist comes first.
 */
export function addSamples(world: World, owner: Owner, kinds: { song: Kind; playlist: Kind }): Promise<{ items: Item[]; added: boolean }> {
	return inTurn(1, async () => {
		let added = false;
		const once = async (name: string, make: (source: string) => Promise<Item>) => {
			const from = { ownerId: owner.id, source: `sample:${name}` };
			const there = await world.items.bySource(from);
			if (there) return there;
			try {
				const made = await make(from.source);
				added = true;
				return made;
			} catch (error) {
				// Another process may have been faster.
				const theirs = isRefused(error) && error.code === "already_there" ? await world.items.bySource(from) : null;
				if (!theirs) throw error;
				return theirs;
			}
		};
		const songs: Item[] = [];
		for (const piece of pieces) songs.push(await once(piece.name, (source) => addPiece(world, owner, kinds.song, piece, source)));
		const playlist = await once("playlist", (source) =>
			world.items.create({
				...playlistWords,
				ownerId: owner.id,
				kind: kinds.playlist.name,
				...written(kinds.playlist, {}),
				source,
				members: songs.map(({ id }) => id),
			}),
		);
		return { items: [playlist, ...songs], added };
	});
}

async function addPiece({ items, blobs }: World, owner: Owner, kind: Kind, piece: Piece, source: string): Promise<Item> {
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
