import type { Owner } from "@/lib/authority";
import { pieces } from "@/lib/media/sample-music/pieces";
import { turns } from "@/lib/media/turns";
import type { Item, World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { addSample, type Sample } from "./sample-document";
import { addPiece } from "./sample-song";

const playlistWords = { title: "Night drive", description: "Five short pieces to try things out with. Passalong plays them itself." };

/** Music is made for one account after the other: it takes a processor. */
const inTurn = turns(1);

/**
 * Gives the owner a few songs, a playlist of them and the `samples` of other kinds. What is there from an earlier time stays as it is, and what was deleted
 * comes anew; `added` says whether there was anything to do. The playlist comes first.
 */
export function addSamples(
	world: World,
	owner: Owner,
	kinds: { song: Kind; playlist: Kind },
	samples: readonly { kind: Kind; sample: Sample }[],
): Promise<{ items: Item[]; added: boolean }> {
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
		const others: Item[] = [];
		for (const { kind, sample } of samples) others.push(await once(kind.name, (source) => addSample(world, owner, kind, sample, source)));
		return { items: [playlist, ...songs, ...others], added };
	});
}
