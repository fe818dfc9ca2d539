/** A song of the library. `duration` in seconds. */
export type Known = { id: number; title: string; artist: string; duration: number | null; youtubeId: string | null; identifier: string };
/** Songs that are in the playlist already. */
export type Taken = ReadonlySet<Known>;
/** Whether a song's length must agree (`near`), must not disagree where both are known (`likely`), or says nothing (`any`). */
export type Fit = "near" | "likely" | "any";

/** Seconds that two lengths of one recording may be apart: formats round, encoders add silence. */
const tolerance = 3;

/**
 * Songs that are found by one key. A library may hold ten thousand of one name: what is asked for is looked up in lists that
 * are sorted once, when first needed, and never gone through.
 */
export class Row {
	private readonly songs: Known[] = [];
	private added?: Sorted;
	private longer?: Sorted;
	private shorter?: Sorted;
	private unknown?: Sorted;
	private spellings?: Map<string, Row>;

	put(song: Known): void {
		this.songs.push(song);
	}

	/**
	 * Of the songs that are not taken and fit, the closest in length, then the one added first. `taken` is the same set each time
	 * and only grows: what was taken once is not looked at again.
	 */
	best(duration: number | null, fit: Fit, taken?: Taken): Known | undefined {
		if (duration === null) {
			this.added ??= new Sorted(this.songs, ({ id }) => id);
			return fit === "near" ? undefined : this.added.first(0, taken);
		}
		const known = () => this.songs.filter((song) => song.duration !== null);
		this.longer ??= new Sorted(known(), (song) => song.duration ?? 0);
		this.shorter ??= new Sorted(known(), (song) => -(song.duration ?? 0));
		const closest = likelier([this.longer.first(duration, taken), this.shorter.first(-duration, taken)], duration);
		if (closest && (fit === "any" || distance(closest, duration) <= tolerance)) return closest;
		if (fit === "near") return undefined;
		this.unknown ??= new Sorted(
			this.songs.filter((song) => song.duration === null),
			({ id }) => id,
		);
		return this.unknown.first(0, taken);
	}

	/** Those of the songs that are spelled just so; an artist that is not given may be any. */
	spelled({ title, artist }: { title: string; artist: string }): Row | undefined {
		this.spellings ??= this.bySpelling();
		return this.spellings.get(artist === "" ? title : `${title}\n${artist}`);
	}

	private bySpelling(): Map<string, Row> {
		const rows = new Map<string, Row>();
		for (const song of this.songs)
			for (const key of new Set([song.title, `${song.title}\n${song.artist}`])) {
				const row = rows.get(key) ?? new Row();
				row.put(song);
				rows.set(key, row);
			}
		return rows;
	}
}

/** Of several songs the closest in length, then the one added first. */
export function likelier(songs: (Known | undefined)[], duration: number | null): Known | undefined {
	let best: Known | undefined;
	for (const song of songs) {
		if (!song) continue;
		const nearer = best ? distance(song, duration) - distance(best, duration) : -1;
		// Two unknown lengths are equally far: their difference is not a number.
		if (!best || nearer < 0 || (!(nearer > 0) && song.id < best.id)) best = song;
	}
	return best;
}

function distance(song: Known, duration: number | null): number {
	if (duration === null) return 0;
	return song.duration === null ? Number.POSITIVE_INFINITY : Math.abs(song.duration - duration);
}

/** Songs by a number, equal ones in the order in which they were added. */
class Sorted {
	private readonly songs: Known[];
	private readonly numbers: number[];
	/** Where to look when the song at a place is taken. Grows past whole stretches of taken ones, so that none is passed twice. */
	private readonly onward: number[];

	constructor(songs: Known[], numberOf: (song: Known) => number) {
		const pairs = songs.map((song) => ({ song, number: numberOf(song) })).sort((a, b) => a.number - b.number || a.song.id - b.song.id);
		this.songs = pairs.map(({ song }) => song);
		this.numbers = pairs.map(({ number }) => number);
		this.onward = pairs.map((_, at) => at + 1);
	}

	/** The first song from this number on that is not taken. */
	first(number: number, taken?: Taken): Known | undefined {
		const start = this.placeOf(number);
		if (!taken) return this.songs[start];
		let end = start;
		for (let song = this.songs[end]; song && taken.has(song); song = this.songs[end]) end = this.onward[end] ?? this.songs.length;
		for (let at = start; at < end; ) {
			const next = this.onward[at] ?? end;
			this.onward[at] = end;
			at = next;
		}
		return this.songs[end];
	}

	private placeOf(number: number): number {
		let [low, high] = [0, this.numbers.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.numbers[middle] ?? 0) < number) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
