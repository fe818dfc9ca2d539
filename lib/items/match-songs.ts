import { setImmediate as breathe } from "node:timers/promises";
import { foldedName, tidy } from "@/lib/text";
import { youtubeIdOf } from "@/lib/youtube-link";

/** What a line of a playlist's file says about a song. */
export type Wanted = { names: { title: string; artist: string }[]; duration: number | null; references: string[] };
/** A song of the library. `duration` in seconds. */
export type Known = { id: number; title: string; artist: string; duration: number | null; youtubeId: string | null; identifier: string };
export type Unmatched = { title: string; reason: string };

/** Seconds that two lengths of one recording may be apart: formats round, encoders add silence. */
const tolerance = 3;
/** Of songs with one name so many are compared; a library of nothing but "Untitled" must not cost more. */
const compared = 1_000;
/** After so many songs or lines others get their turn. */
const stride = 100;

/**
 * Finds each line's song: by our own identifier, by a video's id, by title and artist, by title and length, by the file's name.
 * Of several that fit, the one that is spelled alike wins, then the closest length, then the one added first. No song twice.
 */
export async function matchSongs(
	wanted: Wanted[],
	library: Known[],
	{ max }: { max: number },
): Promise<{ songs: number[]; unmatched: Unmatched[] }> {
	const shelves = await shelve(library);
	const songs: number[] = [];
	const unmatched: Unmatched[] = [];
	for (const [at, line] of wanted.entries()) {
		if (at % stride === stride - 1) await breathe();
		const found = songs.length < max ? find(line, shelves) : `A playlist holds ${max} songs at most`;
		if (typeof found === "string") unmatched.push({ title: titleOf(line), reason: found });
		else {
			songs.push(found.id);
			for (const shelf of Object.values(shelves)) shelf.take(found);
		}
	}
	return { songs, unmatched };
}

type Name = { title: string; artist: string };
const titleKey = ({ title }: Name) => foldedName(title);
const nameKey = ({ title, artist }: Name) => `${foldedName(artist)}\n${foldedName(title)}`;

/** Songs by one of their properties, those that are in the playlist already apart. */
class Shelf {
	private readonly places = new Map<string, { free: Known[]; taken: Known[] }>();

	constructor(private readonly keyOf: (song: Known) => string | null) {}

	put(song: Known): void {
		const key = this.keyOf(song);
		if (key === null) return;
		const place = this.places.get(key);
		if (place) place.free.push(song);
		else this.places.set(key, { free: [song], taken: [] });
	}

	take(song: Known): void {
		const place = this.places.get(this.keyOf(song) ?? "");
		const at = place?.free.indexOf(song) ?? -1;
		if (!place || at < 0) return;
		place.free.splice(at, 1);
		place.taken.push(song);
	}

	at(key: string): { free: Known[]; taken: Known[] } {
		const { free, taken } = this.places.get(key) ?? { free: [], taken: [] };
		return { free: free.slice(0, compared), taken: taken.slice(0, compared) };
	}
}

type Shelves = { identifiers: Shelf; videos: Shelf; names: Shelf; titles: Shelf };

/** The library by everything that a song is found by; in each place the one added first comes first. */
async function shelve(library: Known[]): Promise<Shelves> {
	const shelves: Shelves = {
		identifiers: new Shelf(({ identifier }) => identifier),
		videos: new Shelf(({ youtubeId }) => youtubeId),
		names: new Shelf(nameKey),
		titles: new Shelf(titleKey),
	};
	for (const [at, song] of [...library].sort((a, b) => a.id - b.id).entries()) {
		if (at % stride === stride - 1) await breathe();
		for (const shelf of Object.values(shelves)) shelf.put(song);
	}
	return shelves;
}

/** The song, or why there is none. */
function find(line: Wanted, { identifiers, videos, names, titles }: Shelves): Known | string {
	const { duration, references } = line;
	const files = references.flatMap(namesInFile);
	const alone = (all: Name[]) => all.filter(({ artist }) => !artist).map(titleKey);
	const searches: [shelf: Shelf, keys: string[], fits: (song: Known) => boolean][] = [
		[identifiers, references, () => true],
		[videos, references.flatMap((reference) => youtubeIdOf(reference) ?? []), () => true],
		[names, line.names.filter(({ artist }) => artist).map(nameKey), () => true],
		[titles, line.names.map(titleKey), (song) => near(song, duration) === true],
		[titles, alone(line.names), (song) => near(song, duration) !== false],
		[names, files.map(nameKey), (song) => !contradicts(song, line)],
		[titles, alone(files), (song) => !contradicts(song, line)],
	];
	for (const [shelf, keys, fits] of searches) {
		const places = keys.map((key) => shelf.at(key));
		for (const { free } of places) {
			const song = best(free.filter(fits), line);
			if (song) return song;
		}
		// A weaker likeness would put another song of that name in the place of the one that was meant.
		if (places.some(({ taken }) => taken.some(fits))) return "Already in this playlist";
	}
	return titleOf(line) === "" ? "A line without a name" : "Not in your library";
}

/** The likeliest of songs that fit; they come in the order in which they were added. */
function best(songs: Known[], { names, duration }: Wanted): Known | undefined {
	const alike = songs.filter((song) =>
		names.some(({ title, artist }) => title === song.title && (artist === "" || artist === song.artist)),
	);
	const distance = (song: Known) => Math.abs((song.duration ?? Number.MAX_VALUE) - (duration ?? 0));
	const [first, ...others] = alike.length > 0 ? alike : songs;
	if (!first || duration === null) return first;
	return others.reduce((closest, song) => (distance(song) < distance(closest) ? song : closest), first);
}

/** Whether the lengths agree; null when one of them is not known. */
function near(song: Known, duration: number | null): boolean | null {
	return song.duration === null || duration === null ? null : Math.abs(song.duration - duration) <= tolerance;
}

/** A file's name proves little: against another length, or another artist, it proves nothing. */
function contradicts(song: Known, { names, duration }: Wanted): boolean {
	const artists = names.flatMap(({ artist }) => (artist ? [foldedName(artist)] : []));
	return near(song, duration) === false || (song.artist !== "" && artists.length > 0 && !artists.includes(foldedName(song.artist)));
}

/**
 * The names that a location's last part can mean: `../music/03 Mira%20Holt - Northbound.mp3`. It is a name and nothing else;
 * no file is looked for by it.
 */
function namesInFile(reference: string): Name[] {
	if (/^(?:urn|data):/i.test(reference) || youtubeIdOf(reference)) return [];
	const path = /^https?:/i.test(reference) ? reference.replace(/[?#].*$/s, "") : reference;
	const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).slice(0, 1_000);
	return [...new Set([last, decoded(last)])].flatMap((name) => {
		const base = tidy(name.replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll("_", " "), 200);
		const unnumbered = base.replace(/^\d{1,3}(?:[\s.-]+)(?=\S)/, "");
		return [...new Set([base, unnumbered])].filter((each) => /[\p{L}\p{N}]/u.test(each)).flatMap(namesIn);
	});
}

function namesIn(base: string): Name[] {
	const dash = base.indexOf(" - ");
	const whole = { title: base, artist: "" };
	return dash < 0 ? [whole] : [{ artist: base.slice(0, dash).trim(), title: base.slice(dash + 3).trim() }, whole];
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** What a line is called when its owner is told of it: as the file has it, the artist before the title; else what it points to. */
function titleOf({ names, references }: Wanted): string {
	const [name] = names;
	if (name) return name.artist ? `${name.artist} - ${name.title}` : name.title;
	const [file] = references.flatMap(namesInFile);
	return (
		file?.title ??
		tidy(
			references.find((reference) => /^(?:urn|https?):/i.test(reference)),
			200,
		)
	);
}
