import type { Track } from "@/components/player/track";
import type { ListenKind } from "@/components/share/model";
import { counted } from "@/components/ui/count-text";
import { clock } from "@/components/ui/duration-text";
import { containsWords } from "@/lib/text";
import type { Playlist, Song } from "./model";

/** One thing in the library, of whatever kind. */
export type LibraryItem = {
	kind: ListenKind;
	id: string;
	title: string;
	/** What is said under the title. */
	note: string;
	thumbnail: string | null;
	createdAt: string;
	/** What its play button plays; nothing of it is playable when empty. */
	tracks: Track[];
};

/** Songs from elsewhere have no file here to play. */
const playable = (song: Song) => song.source === "upload";

/** Everything, newest first. */
export function libraryItems(songs: readonly Song[], playlists: readonly Playlist[]): LibraryItem[] {
	const items: LibraryItem[] = [
		...playlists.map(({ id, name, thumbnail, songs: members, createdAt }) => ({
			kind: "playlist" as const,
			id,
			title: name,
			note: counted(members.length, "song"),
			thumbnail,
			createdAt,
			tracks: members.filter(playable),
		})),
		...songs.map((song) => ({
			kind: "song" as const,
			id: song.id,
			title: song.title,
			note: song.artist || clock(song.duration),
			thumbnail: song.thumbnail,
			createdAt: song.createdAt,
			tracks: [song].filter(playable),
		})),
	];
	return items.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Whether what somebody typed is in the item's words, whatever their case and accents. */
export function matches({ title, note }: Pick<LibraryItem, "title" | "note">, query: string): boolean {
	return containsWords(`${title} ${note}`, query);
}
