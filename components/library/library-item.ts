import type { Track } from "@/components/player/track";
import { kindLook } from "@/components/share/kind-look";
import type { ListenKind } from "@/components/share/model";
import { counted } from "@/components/ui/count-text";
import { clock } from "@/components/ui/duration-text";
import type { LibraryContent } from "./model";

/** One thing in the library, of whatever kind. */
export type LibraryItem = {
	kind: ListenKind;
	id: string;
	title: string;
	/** What is said under the title. */
	note: string;
	thumbnail: string | null;
	createdAt: string;
	/** How many links of it are live. */
	links: number;
	/** What its play button plays; nothing of it is playable when empty. */
	tracks: Track[];
};

/** All kinds alike. */
export function libraryItems({ songs, playlists, others, links }: LibraryContent): LibraryItem[] {
	const byId = new Map(songs.map((song) => [song.id, song]));
	return [
		...playlists.map(({ id, name, thumbnail, songIds, createdAt }) => ({
			kind: "playlist" as const,
			id,
			title: name,
			note: counted(songIds.length, "song"),
			thumbnail,
			createdAt,
			links: links[id] ?? 0,
			tracks: songIds.flatMap((songId) => byId.get(songId) ?? []),
		})),
		...songs.map((song) => ({
			kind: "song" as const,
			id: song.id,
			title: song.title,
			note: song.artist || (song.source === "youtube" ? "YouTube" : clock(song.duration)),
			thumbnail: song.thumbnail,
			createdAt: song.createdAt,
			links: links[song.id] ?? 0,
			tracks: [song],
		})),
		...others.map((item) => ({ ...item, note: item.note || kindLook[item.kind].label, links: links[item.id] ?? 0, tracks: [] })),
	];
}

export const sortNames = ["newest", "title"] as const;

const titles = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const orders: Record<(typeof sortNames)[number], (a: LibraryItem, b: LibraryItem) => number> = {
	newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
	title: (a, b) => titles.compare(a.title, b.title),
};

/** In the order that was asked for. */
export function sorted(items: readonly LibraryItem[], by: (typeof sortNames)[number]): LibraryItem[] {
	return items.toSorted(orders[by]);
}
