import { setImmediate as breathe } from "node:timers/promises";
import { badField } from "@/lib/refused";
import { tidy } from "@/lib/text";
import {
	type Listed,
	type Listing,
	maxEntries,
	maxName,
	maxParts,
	maxReferences,
	stride,
	tooComplex,
	tooMany,
	type Written,
} from "./listing";

/** At most so many ways to read `A - B - C` are tried. */
const maxSplits = 6;
/** Comments that other players pass over: a song's own identifier. */
const ours = "#PASSALONG:";

type Head = { display: string; artist: string; duration: number | null; references: string[] };
const nothing = (): Head => ({ display: "", artist: "", duration: null, references: [] });

/** Reads M3U and M3U8, extended or a bare list of files. Throws `bad_input` on `file` for too many lines. */
export async function readM3u8(text: string): Promise<Listing> {
	const entries: Listed[] = [];
	let title = "";
	let head = nothing();
	let parts = 0;
	for (const [whole] of text.matchAll(/[^\r\n]+/g)) {
		if (++parts > maxParts) throw badField("file", tooComplex);
		if (parts % stride === 0) await breathe();
		const line = whole.trim();
		if (line === "") continue;
		if (!line.startsWith("#")) {
			if (entries.length >= maxEntries) throw badField("file", tooMany);
			entries.push(toListed(head, line));
			head = nothing();
		} else if (line.startsWith("#EXTINF:")) head = { ...head, ...info(line.slice(8, 4_000)) };
		else if (line.startsWith("#EXTART:")) head.artist = line.slice(8);
		else if (line.startsWith("#PLAYLIST:")) title = tidy(line.slice(10), maxName);
		else if (line.startsWith(ours) && head.references.length < maxReferences) head.references.push(line.slice(ours.length));
	}
	return { title, description: "", entries };
}

/** `123,Mira Holt - Song` and `-1 logo="a,b",Song`: seconds, attributes, words. A length of -1 or 0 is unknown. */
function info(words: string): Pick<Head, "display" | "duration"> {
	// No two parts of the pattern may take the same character: with spaces in both, 400 kB of them took nine seconds.
	const [, seconds = "", display = ""] = words.trimStart().match(/^(-?[\d.]{0,12})(?:\s(?:[^,"]|"[^"]*")*)?,(.*)$/u) ?? [];
	const duration = Number(seconds);
	return { display: tidy(display, 2 * maxName), duration: duration > 0 ? duration : null };
}

function toListed({ display, artist, duration, references }: Head, location: string): Listed {
	const named = artist ? [{ title: tidy(display, maxName), artist: tidy(artist, maxName) }] : [];
	return { names: [...named, ...readings(display)], duration, references: [...references, location] };
}

/** Every way to read `artist - title`, the first dash first, and the whole as a title last. */
export function readings(display: string): { title: string; artist: string }[] {
	if (display === "") return [];
	const parts = display.split(/\s+[-–—]\s+/, maxSplits + 1);
	const splits = parts.slice(1).map((_, at) => ({ artist: parts.slice(0, at + 1).join(" - "), title: parts.slice(at + 1).join(" - ") }));
	return [...splits, { artist: "", title: display }]
		.map(({ title, artist }) => ({ title: tidy(title, maxName), artist: tidy(artist, maxName) }))
		.filter(({ title }) => title !== "");
}

/** Writes extended M3U8. Durations are whole seconds there, -1 when unknown; a playlist's description has no place in it. */
export function writeM3u8({ title, songs }: { title: string; songs: Written[] }): string {
	const blocks = songs.map(({ title, artist, duration, identifier, location }) => {
		const seconds = duration === null ? -1 : Math.max(1, Math.round(duration));
		return `#EXTINF:${seconds},${oneLine(artist ? `${artist} - ${title}` : title)}\n${ours}${identifier}\n${location}\n`;
	});
	return `#EXTM3U\n#EXTENC:UTF-8\n#PLAYLIST:${oneLine(title)}\n${blocks.join("")}`;
}

/** A line must not end in the middle of a title: the rest of it would be a file to play. */
function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
