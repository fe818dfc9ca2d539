import { readFile } from "node:fs/promises";
import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import type { Owner } from "@/lib/authority";
import { turns } from "@/lib/media/turns";
import type { Item, StagedBlob, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";
import { line, tidy } from "@/lib/text";
import { fileTitle } from "./file-title";
import { type Known, matchSongs, type Unmatched, type Wanted } from "./match-songs";
import { maxSongs } from "./playlists";
import { songIdentifier } from "./song-identifier";
import { wordsOf } from "./song-words";

/** What may stand beside the file. */
export const playlistImport = z.object({ name: line({ max: 100 }).optional() });

/** What a playlist's file holds. */
type Listing = { title: string; description: string; entries: Wanted[] };
/** Kinds say how their content reads; `read` knows the formats and throws `bad_input` for what it cannot read. */
type Formats = { playlist: Kind; song: Kind; read(bytes: Uint8Array, fileName: string): Promise<Listing> };

export type Imported = { item: Item; matched: number; unmatched: Unmatched[] };

/** After so many songs others get their turn. */
const stride = 200;
/** A file of ten megabytes may cost a second and a hundred megabytes, so two are read at once and the others wait. */
const inTurn = turns(2);

/**
 * Makes a playlist of those of the owner's songs that the file lists, in its order. Its name is `name`, else the one in the
 * file, else the file's. Throws `bad_input` on `file`.
 */
export function importPlaylist(
	world: World,
	owner: Owner,
	formats: Formats,
	file: { staged: StagedBlob; name: string },
	words: z.output<typeof playlistImport>,
): Promise<Imported> {
	return inTurn(1, () => importNow(world, owner, formats, file, words));
}

async function importNow(
	{ items }: World,
	owner: Owner,
	{ playlist, song, read }: Formats,
	file: { staged: StagedBlob; name: string },
	{ name }: z.output<typeof playlistImport>,
): Promise<Imported> {
	const listing = await read(await readFile(file.staged.path), file.name);
	const library: Known[] = [];
	for (const item of await items.list({ ownerId: owner.id, kind: song.name })) {
		const { id, title } = item;
		const count = library.push({ ...wordsOf(item, song), id, title, identifier: songIdentifier(item) });
		if (count % stride === 0) await breathe();
	}
	const { songs, unmatched } = await matchSongs(listing.entries, library, { max: maxSongs });
	const item = await items.create({
		ownerId: owner.id,
		kind: playlist.name,
		title: name || tidy(listing.title, 100) || fileTitle(file.name, { max: 100, otherwise: "Imported playlist" }),
		description: listing.description,
		...written(playlist, {}),
		members: songs,
	});
	return { item, matched: songs.length, unmatched };
}
