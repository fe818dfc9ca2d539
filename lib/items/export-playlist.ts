import { fileEnding } from "@/lib/media/file-ending";
import type { Item, World } from "@/lib/ports";
import type { Kind } from "@/lib/shares/kind";
import { withMembers } from "./members";
import { songIdentifier } from "./song-identifier";
import { wordsOf } from "./song-words";

export type ExportedSong = {
	title: string;
	artist: string;
	/** Seconds. */
	duration: number | null;
	youtubeId: string | null;
	identifier: string;
	/** Of the file's name: `.mp3`; empty where there is no file. */
	ending: string;
};

/** What a playlist's file says: its words and its songs in order. */
export async function exportPlaylist(
	world: World,
	playlist: Item,
	song: Kind,
): Promise<{ title: string; description: string; songs: ExportedSong[] }> {
	const { members } = await withMembers(world, playlist);
	return { title: playlist.title, description: playlist.description, songs: await listedSongs(world, members, song) };
}

/** Songs as a listing has them. */
export async function listedSongs(world: World, members: Item[], song: Kind): Promise<ExportedSong[]> {
	if (members.length === 0) return [];
	const types = await world.items.blobTypes(
		members.map(({ id }) => id),
		"audio",
	);
	return members.map((item) => ({
		...wordsOf(item, song),
		title: item.title,
		identifier: songIdentifier(item),
		ending: fileEnding(types.get(item.id)),
	}));
}
