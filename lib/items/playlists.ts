import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { line, lines } from "@/lib/text";
import { editItem } from "./edit";
import { itemId } from "./item-id";

/** Songs of one playlist. */
export const maxSongs = 5_000;
const songs = z.array(z.union([z.string(), z.number()])).max(maxSongs, `At most ${maxSongs} songs`);

export const newPlaylist = z.object({
	name: line({ min: 1, max: 100 }),
	description: lines({ max: 500 }).default(""),
	isPublic: z.boolean().default(false),
	/** Ids of the owner's songs, in order. */
	songs: songs.default([]),
});
export const playlistChanges = z.object({
	name: line({ min: 1, max: 100 }).optional(),
	description: lines({ max: 500 }).optional(),
	isPublic: z.boolean().optional(),
	songs: songs.optional(),
});

/** Makes a playlist of the owner's songs. Throws `bad_input` on `songs` for one that is not the owner's or stands twice. */
export async function createPlaylist(world: World, owner: Owner, kind: Kind, body: z.output<typeof newPlaylist>): Promise<Item> {
	const members = await ownSongs(world, owner, body.songs);
	return world.items.create({
		ownerId: owner.id,
		kind: kind.name,
		title: body.name,
		description: body.description,
		...written(kind, { isPublic: body.isPublic }),
		members,
	});
}

/** Changes the given parts, with `asOf` of that version only. Throws as `createPlaylist` and `editItem`. */
export async function editPlaylist(
	world: World,
	owner: Owner,
	playlist: Item,
	kind: Kind,
	body: z.output<typeof playlistChanges>,
	asOf?: number,
): Promise<Item> {
	const members = body.songs && (await ownSongs(world, owner, body.songs));
	const change = (current: Item) => ({
		...(body.name === undefined ? {} : { title: body.name }),
		...(body.description === undefined ? {} : { description: body.description }),
		...(body.isPublic === undefined ? {} : written(kind, { ...Object(current.content), isPublic: body.isPublic })),
		...(members ? { members } : {}),
	});
	return editItem(world, playlist, change, asOf);
}

async function ownSongs({ items }: World, owner: Owner, ids: (string | number)[]): Promise<number[]> {
	const numbers = ids.map(itemId);
	const known = numbers.filter((id) => id !== null);
	if (new Set(known).size !== known.length) throw badField("songs", "A song stands in it twice");
	const count = known.length === 0 ? 0 : await items.countOwn({ ownerId: owner.id, kind: "song" }, known);
	if (count !== ids.length) throw badField("songs", "A song in it is not in your library");
	return known;
}
