import { badField } from "@/lib/refused";
import { tidy } from "@/lib/text";
import { described, type Listed, type Listing, maxEntries, maxName, maxReferences, tooMany, type Written } from "./listing";
import { readXml } from "./xml";

const track = "playlist/trackList/track/";
type Track = { title: string; creator: string; duration: string; location: string[]; identifier: string[] };

/** Reads XSPF version 0 and 1. Throws `bad_input` on `file`. */
export async function readXspf(text: string): Promise<Listing> {
	const listing = { title: "", description: "" };
	const entries: Listed[] = [];
	const path: string[] = [];
	let current: Track | null = null;
	let words = "";
	await readXml(text, {
		open(name) {
			if (path.length === 0 && name !== "playlist") throw badField("file", "This XML file is not an XSPF playlist");
			path.push(name);
			words = "";
			if (!is(path, "playlist/trackList/track")) return;
			if (entries.length >= maxEntries) throw badField("file", tooMany);
			current = { title: "", creator: "", duration: "", location: [], identifier: [] };
		},
		text(text) {
			words += text;
		},
		close(name) {
			const where = path.length <= 4 ? path.join("/") : "";
			path.pop();
			const said = words;
			words = "";
			if (where === "playlist/title") listing.title = tidy(said, maxName);
			else if (where === "playlist/annotation") listing.description = described(said);
			else if (current && where === "playlist/trackList/track") {
				entries.push(toListed(current));
				current = null;
			} else if (current && where === `${track}${name}`) note(current, name, said.trim());
		},
	});
	return { ...listing, entries };
}

function is(path: string[], where: string): boolean {
	return path.length === 3 && path.join("/") === where;
}

function note(track: Track, name: string, said: string): void {
	if (name === "location" || name === "identifier") {
		if (track[name].length < maxReferences) track[name].push(said);
	} else if (name === "title" || name === "creator" || name === "duration") track[name] = said;
}

function toListed({ title, creator, duration, location, identifier }: Track): Listed {
	const name = { title: tidy(title, maxName), artist: tidy(creator, maxName) };
	const length = /^\d{1,12}$/.test(duration) ? Number(duration) / 1000 : null;
	return { names: name.title ? [name] : [], duration: length, references: [...location, ...identifier] };
}

/** Writes XSPF version 1. Durations are in milliseconds there. */
export function writeXspf({ title, description, songs }: { title: string; description: string; songs: Written[] }): string {
	const tracks = songs.map(
		({ location, identifier, title, artist, duration }) =>
			`\t\t<track>\n${[
				element("location", location),
				element("identifier", identifier),
				element("title", title),
				artist && element("creator", artist),
				duration !== null && element("duration", String(Math.round(duration * 1000))),
			]
				.filter(Boolean)
				.map((line) => `\t\t\t${line}\n`)
				.join("")}\t\t</track>\n`,
	);
	const head = [element("title", title), description && element("annotation", description)].filter(Boolean);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<playlist version="1" xmlns="http://xspf.org/ns/0/">\n${head
		.map((line) => `\t${line}\n`)
		.join("")}\t<trackList>\n${tracks.join("")}\t</trackList>\n</playlist>\n`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\r": "&#13;" };

/** An element of text. The few characters that XML 1.0 cannot hold are left out. */
function element(name: string, text: string): string {
	const held = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
	return `<${name}>${held.replace(/[&<>"'\r]/g, (mark) => escapes[mark] ?? mark)}</${name}>`;
}
