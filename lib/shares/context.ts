import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { Item, World } from "@/lib/ports";
import { badField } from "@/lib/refused";

/** The owner's playlist that shall stand behind a song's link. Throws `bad_input` on `contextPlaylistId` unless the song is in it. */
export async function contextFor({ items }: World, owner: Owner, song: Item, playlistId: string | number): Promise<number> {
	const id = itemId(playlistId);
	const playlist = id === null ? null : await items.byId(id);
	const isOwn = playlist?.ownerId === owner.id && playlist.kind === "playlist";
	if (id === null || !isOwn || !(await items.hasMember(id, song.id))) {
		throw badField("contextPlaylistId", "None of your playlists that has this song");
	}
	return id;
}
