import type { Playlist, Song } from "@/components/library/model";
import { toPlaylist, toSong } from "@/lib/contracts/share";
import { listWithMembers, withMembers } from "@/lib/items/members";
import { ownItem } from "@/lib/items/own-item";
import { platform } from "@/lib/platform";
import { forOwner } from "./viewer";

/** Everything the account has, newest first; nothing without an account. */
export function library(): Promise<{ songs: Song[]; playlists: Playlist[] }> {
	return forOwner({ songs: [], playlists: [] }, async (owner) => {
		const world = platform();
		const [songs, playlists] = await Promise.all([
			world.items.list({ ownerId: owner.id, kind: "song" }),
			listWithMembers(world, owner, "playlist"),
		]);
		return { songs: songs.map(toSong), playlists: playlists.map(({ item, members }) => toPlaylist(item, members)) };
	});
}

/** One of the account's playlists, or null. */
export function playlist(id: string): Promise<Playlist | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, "playlist", id, { absent: "playlist_not_found" });
		return toPlaylist(item, (await withMembers(platform(), item)).members);
	});
}

/** One of the account's songs, or null. */
export function song(id: string): Promise<Song | null> {
	return forOwner(null, async (owner) => toSong(await ownItem(platform(), owner, "song", id, { absent: "song_not_found" })));
}
