import type { Owner } from "@/lib/authority";
import { pieces } from "@/lib/media/sample-music/pieces";
import { turns } from "@/lib/media/turns";
import type { Item, World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { addPiece } from "./sample-song";

const playlistWords = { title: "Night drive", description: "Five short pieces to try things out with. Passalong plays them itself." };

/** A sample of another kind, by its name; made as the item that comes from `source`. */
export type OtherSample = { name: string; make(world: World, owner: Owner, source: string): Promise<Item> };

/** Music is made for one account after the other: it takes a processor. */
const inTurn = turns(1);

/**
 * Gives the owner a few songs, a playlist of them and the `others`. What is there from an earlier time stays as it is, and what was deleted
 * comes anew; `added` says whether there was anything to do. The playlist comes first.
 */
export function addSamples(
	world: World,
	owner: Owner,
	kinds: { song: Kind; playlist: Kind },
	others: readonly OtherSample[],
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
		const more: Item[] = [];
		for (const { name, make } of others) more.push(await once(name, (source) => make(world, owner, source)));
		return { items: [playlist, ...songs, ...more], added };
	});
}
