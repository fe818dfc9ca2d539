import { setImmediate as breathe } from "node:timers/promises";
import { foldedName, tidy } from "@/lib/text";
import { youtubeIdOf } from "@/lib/youtube-link";
import { type Name, namesInFile } from "./names-in-file";
import { type Fit, type Known, likelier, Row, type Taken } from "./song-row";

export type { Known };
/** What a line of a playlist's file says about a song. */
export type Wanted = { names: Name[]; duration: number | null; references: string[] };
export type Unmatched = { title: string; reason: string };

/** After so many songs or lines others get their turn. */
const stride = 20;

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
	const taken = new Set<Known>();
	const unmatched: Unmatched[] = [];
	for (const [at, line] of wanted.entries()) {
		if (at % stride === stride - 1) await breathe();
		const found = taken.size < max ? find(line, shelves, taken) : `A playlist holds ${max} songs at most`;
		if (typeof found === "string") unmatched.push({ title: titleOf(line), reason: found });
		else taken.add(found);
	}
	return { songs: [...taken].map(({ id }) => id), unmatched };
}

/** Songs by one of their properties. */
class Shelf {
	private readonly rows = new Map<string, Row>();

	put(key: string, song: Known): void {
		const row = this.rows.get(key) ?? new Row();
		row.put(song);
		this.rows.set(key, row);
	}

	at(key: string): Row[] {
		const row = this.rows.get(key);
		return row ? [row] : [];
	}
}

type Shelves = { identifiers: Shelf; videos: Shelf; names: Shelf; titles: Shelf };
const nameKey = ({ title, artist }: Name) => `${artist}\n${title}`;
const foldedOf = ({ title, artist }: Name): Name => ({ title: foldedName(title), artist: foldedName(artist) });

/** The library by everything that a song is found by. */
async function shelve(library: Known[]): Promise<Shelves> {
	const shelves: Shelves = { identifiers: new Shelf(), videos: new Shelf(), names: new Shelf(), titles: new Shelf() };
	for (const [at, song] of library.entries()) {
		if (at % stride === stride - 1) await breathe();
		const folded = foldedOf(song);
		shelves.identifiers.put(song.identifier, song);
		if (song.youtubeId !== null) shelves.videos.put(song.youtubeId, song);
		shelves.names.put(nameKey(folded), song);
		shelves.titles.put(folded.title, song);
	}
	return shelves;
}

/** Where to look, one place after the other, and what must hold there. A place may be several rows. */
type Search = { places: Row[][]; fit: Fit };

/** The song, or why there is none. */
function find(line: Wanted, shelves: Shelves, taken: Taken): Known | string {
	for (const { places, fit } of searches(line, shelves)) {
		for (const rows of places) {
			const song = best(rows, line, fit, taken);
			if (song) return song;
		}
		// A weaker likeness would put another song of that name in the place of the one that was meant.
		if (places.some((rows) => rows.some((row) => row.best(line.duration, fit)))) return "Already in this playlist";
	}
	return titleOf(line) === "" ? "A line without a name" : "Not in your library";
}

/** The likeliest of songs that fit. */
function best(rows: Row[], { names, duration }: Wanted, fit: Fit, taken: Taken): Known | undefined {
	const bestOf = (rows: Row[]) =>
		likelier(
			rows.map((row) => row.best(duration, fit, taken)),
			duration,
		);
	return bestOf(rows.flatMap((row) => names.flatMap((name) => row.spelled(name) ?? []))) ?? bestOf(rows);
}

/** The strongest likeness first. What a weaker one needs is made of the line only when it comes to that. */
function* searches({ names, references }: Wanted, shelves: Shelves): Generator<Search> {
	const each = (keys: string[], rows: (key: string) => Row[]) => [...new Set(keys)].map(rows);
	const inTitles = (title: string) => shelves.titles.at(title);
	const inNames = (key: string) => shelves.names.at(key);

	yield { places: each(references, (key) => shelves.identifiers.at(key)), fit: "any" };
	const videos = references.flatMap((reference) => youtubeIdOf(reference) ?? []);
	yield { places: each(videos, (id) => shelves.videos.at(id)), fit: "any" };

	const folded = names.map(foldedOf);
	const signed = folded.filter((_, at) => names[at]?.artist);
	const alone = folded.filter((_, at) => !names[at]?.artist);
	yield { places: each(signed.map(nameKey), inNames), fit: "any" };
	yield { places: each(folded.map(titleOnly), inTitles), fit: "near" };
	yield { places: each(alone.map(titleOnly), inTitles), fit: "likely" };

	// A file's name proves little: against another length, or another artist, it proves nothing.
	const artists = new Set(signed.map(({ artist }) => artist)).add("");
	const mayBe = (artist: string) => artists.size === 1 || artists.has(artist);
	const files = references.flatMap(namesInFile);
	const fileKeys = files.map(foldedOf).filter(({ artist }) => mayBe(artist));
	yield { places: each(fileKeys.map(nameKey), inNames), fit: "likely" };
	const bare = files.filter(({ artist }) => !artist).map(({ title }) => foldedName(title));
	const byThem = (title: string) =>
		artists.size === 1 ? inTitles(title) : [...artists].flatMap((artist) => inNames(nameKey({ artist, title })));
	yield { places: each(bare, byThem), fit: "likely" };
}

const titleOnly = ({ title }: Name) => title;

/** What a line is called when its owner is told of it: as the file has it, the artist before the title; else what it points to. */
function titleOf({ names, references }: Wanted): string {
	const [name] = names;
	if (name) return name.artist ? `${name.artist} - ${name.title}` : name.title;
	for (const reference of references) {
		const [file] = namesInFile(reference);
		if (file) return file.title;
	}
	return tidy(
		references.find((reference) => /^(?:urn|https?):/i.test(reference)),
		200,
	);
}
