import type { ListenKind } from "@/components/share/model";

/** What an owner's library holds, as the API gives it. Times are ISO 8601, durations seconds. */
export type Song = {
	id: string;
	title: string;
	artist: string;
	duration: number | null;
	thumbnail: string | null;
	source: "upload" | "youtube";
	youtubeId: string | null;
	playCount: number;
	createdAt: string;
};

export type Playlist = {
	id: string;
	name: string;
	description: string;
	thumbnail: string | null;
	songs: Song[];
	isPublic: boolean;
	playCount: number;
	createdAt: string;
};

/** Something to be edited, as of a version of it. */
export type Edited<Item> = Item & { version: number };

/** A playlist among everything else: its songs stand there once. */
export type ListedPlaylist = Pick<Playlist, "id" | "name" | "thumbnail" | "createdAt"> & { songIds: string[] };

/** Anything that is neither song nor playlist, as lists have it: `note` stands under its title. */
export type ListedItem = { id: string; kind: ListenKind; title: string; note: string; thumbnail: string | null; createdAt: string };

/** All of it. `links` is how many live links an item has, by its id; items without one are not in it. */
export type LibraryContent = { songs: Song[]; playlists: ListedPlaylist[]; others: ListedItem[]; links: Record<string, number> };
