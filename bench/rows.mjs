// The rows of the table. `moves` is what each answered request must have moved by one in the database, and nothing else may move.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const views = ["views", "viewsByDay"];
const plays = ["plays", "playsByDay", "playsByVisit", "grants"];

export const rows = [
	{ group: "opens", row: "opens-hot", title: "opens of one hot link, with a referrer", moves: [...views, "viewsByHost"] },
	{ group: "opens", row: "opens-bare", title: "opens of one hot link, without a body", moves: views },
	{ group: "opens", row: "opens-spread", title: "opens of 1,000 links, with a referrer", moves: [...views, "viewsByHost"] },
	{ group: "sessions", row: "sessions-hot", title: "new sessions on one hot link", moves: ["visits"] },
	{ group: "sessions", row: "sessions-spread", title: "new sessions on 1,000 links", moves: ["visits"] },
	{ group: "plays", row: "plays-hot", title: "plays of one hot link", moves: plays, visitsOn: ({ hot }) => [hot] },
	{ group: "plays", row: "plays-spread", title: "plays of 1,000 links", moves: plays, visitsOn: ({ codes }) => codes },
	{ group: "streams", row: "streams-range", title: "64 kB of a song", moves: [], file: { start: 0, end: 65_535 } },
	{ group: "streams", row: "streams-whole", title: "a whole song of 5 MB", moves: [], file: {} },
	{ group: "page", row: "page", title: "the share page, HTML", moves: [] },
];

/** The groups by which rows can be asked for. */
export const groups = [...new Set(rows.map(({ group }) => group))];

/** The largest file in the data folder: the song that is streamed. */
export function largestBlob(dataDir) {
	const files = readdirSync(join(dataDir, "blobs"), { recursive: true }).map((name) => join(dataDir, "blobs", name));
	return files.map((file) => ({ file, size: statSync(file).size })).sort((a, b) => b.size - a.size)[0].file;
}
