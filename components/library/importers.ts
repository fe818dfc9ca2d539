import type { ListenKind } from "@/components/share/model";

/** What came of a file: what was made of it, and each entry that was left out. `found` is a sentence about the rest. */
export type Imported = { made: { id: string; title: string }[]; found: string; skipped: { title: string; reason: string }[] };

export type Importer = {
	kind: ListenKind;
	/** Endings of files that may hold one, the likeliest first. */
	endings: readonly string[];
	/** Largest file that the server takes, in MB. */
	most: number;
	path(userId: string): string;
	/** What the answer of its family says. */
	read(data: Told): Imported;
};
/** The families' answers, of which each has its own part. */
export type Told = {
	id?: string;
	title?: string;
	playlist?: { id: string; name: string };
	matched?: number;
	unmatched?: Imported["skipped"];
	chats?: { id: number; name: string }[];
	skipped?: Imported["skipped"];
};

const one = ({ id = "", title = "", skipped = [] }: Told): Imported => ({ made: [{ id, title }], found: "", skipped });
const megabytes = 1024 * 1024;

/** Everything that can be brought in as a file, beside songs and pictures. */
export const importers: readonly Importer[] = [
	{
		kind: "playlist",
		endings: ["m3u8", "m3u", "xspf", "jspf", "json"],
		most: 10,
		path: () => "/api/playlists/import",
		read: ({ playlist, matched = 0, unmatched = [] }) => ({
			made: playlist ? [{ id: playlist.id, title: playlist.name }] : [],
			found: `${matched} ${matched === 1 ? "song" : "songs"} found in your library`,
			skipped: unmatched,
		}),
	},
];

const endingOf = (name: string) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/** What a file of that name can be read as; all of them when its name says nothing. */
export function importersFor(name: string): readonly Importer[] {
	const fitting = importers.filter(({ endings }) => endings.includes(endingOf(name)));
	return fitting.length > 0 ? fitting : importers;
}

/** Whether the server takes a file of so many bytes. */
export function isTooLarge({ most }: Importer, bytes: number): boolean {
	return bytes > most * megabytes;
}
