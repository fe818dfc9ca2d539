import type { ListenKind } from "@/components/share/model";

/** What came of a file: what was made of it, and each entry that was left out. `found` is a sentence about the rest. */
export type Imported = { made: { id: string; title: string }[]; found: string; skipped: { title: string; reason: string }[] };

export type Importer = {
	kind: ListenKind;
	/** Endings of files that may hold one, the likeliest first. */
	endings: readonly string[];
	/** What is said where nothing else can be brought in. */
	title?: string;
	hint?: string;
	/** Something to ask for, by the name of its field. */
	option?: { field: string; label: string; hint: string };
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
	{
		kind: "chat",
		endings: ["json", "md", "markdown"],
		most: 200,
		title: "Import chats",
		hint: "Choose the conversations.json of a ChatGPT export, a list of messages in JSON, or a chat in Markdown. Nobody sees what comes in until you share it.",
		option: { field: "branches", label: "Other branches too", hint: "Answers that were asked for again become chats of their own." },
		path: (userId) => `/api/users/${userId}/chats/import`,
		read: ({ chats = [], skipped = [] }) => ({ made: chats.map(({ id, name }) => ({ id: String(id), title: name })), found: "", skipped }),
	},
	{ kind: "note", endings: ["md", "markdown"], most: 5, path: () => "/api/notes/import", read: one },
	{ kind: "list", endings: ["txt", "md", "csv"], most: 5, path: () => "/api/lists/import", read: one },
	{ kind: "whiteboard", endings: ["excalidraw", "json"], most: 30, path: () => "/api/whiteboards/import", read: one },
];

const endingOf = (name: string) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/** What a file of that name can be read as; all of them when its name says nothing. */
export function importersFor(name: string, wanted = importers): readonly Importer[] {
	const ending = endingOf(name);
	const place = ({ endings }: Importer) => endings.indexOf(ending);
	const fitting = wanted.filter((importer) => place(importer) >= 0).sort((a, b) => place(a) - place(b));
	return fitting.length > 0 ? fitting : wanted;
}

/** Whether the server takes a file of so many bytes. */
export function isTooLarge({ most }: Importer, bytes: number): boolean {
	return bytes > most * megabytes;
}
