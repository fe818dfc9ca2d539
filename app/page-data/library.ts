import type { Edited, LibraryContent, Playlist, Song } from "@/components/library/model";
import { toPlaylist, toSong } from "@/lib/contracts/share";
import { thumbnailOf } from "@/lib/contracts/thumbnails";
import { listWithMembers, withMembers } from "@/lib/items/members";
import { ownItem } from "@/lib/items/own-item";
import { kindNamed } from "@/lib/kinds/registry";
import { platform } from "@/lib/platform";
import { isHeard } from "@/lib/shares/admit";
import { kindNames } from "@/lib/shares/kind";
import { liveLinks } from "./live-links";
import { forOwner } from "./viewer";

/** Everything the account has, newest first; nothing without an account. */
export function library(): Promise<LibraryContent> {
	return forOwner({ songs: [], playlists: [], others: [], links: {} }, async (owner) => {
		const world = platform();
		const [songs, playlists, others, links] = await Promise.all([
			world.items.list({ ownerId: owner.id, kind: "song" }),
			listWithMembers(world, owner, "playlist"),
			world.items.heads({ ownerId: owner.id, kinds: kindNames.filter((name) => !isHeard(name)) }),
			liveLinks(),
		]);
		return {
			songs: songs.map(toSong),
			playlists: playlists.map(({ item, members }) => {
				const { id, name, thumbnail, createdAt } = toPlaylist(item, members);
				return { id, name, thumbnail, createdAt, songIds: members.map((member) => String(member.id)) };
			}),
			others: others.map((item) => ({
				id: String(item.id),
				kind: kindNamed(item.kind).name,
				title: item.title,
				note: item.note,
				thumbnail: thumbnailOf(item, "owner"),
				createdAt: item.createdAt.toISOString(),
			})),
			links,
		};
	});
}

/** One of the account's playlists, or null. */
export function playlist(id: string): Promise<Edited<Playlist> | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, "playlist", id, { absent: "playlist_not_found" });
		return { ...toPlaylist(item, (await withMembers(platform(), item)).members), version: item.version };
	});
}

/** One of the account's songs, or null. */
export function song(id: string): Promise<Edited<Song> | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, "song", id, { absent: "song_not_found" });
		return { ...toSong(item), version: item.version };
	});
}
