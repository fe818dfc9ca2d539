import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fit, type Known, Row } from "./song-row";

const fits = (song: Known, duration: number | null, fit: Fit) => {
	if (fit === "any") return true;
	if (duration === null || song.duration === null) return fit === "likely";
	return Math.abs(song.duration - duration) <= 3;
};

/** What the lists must say, by going through all songs. */
function bestOfAll(songs: Known[], duration: number | null, fit: Fit): Known | undefined {
	const far = (song: Known) => (duration === null ? 0 : song.duration === null ? Number.MAX_VALUE : Math.abs(song.duration - duration));
	return songs.filter((song) => fits(song, duration, fit)).sort((a, b) => far(a) - far(b) || a.id - b.id)[0];
}

const duration = fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(3.5, 40)), { nil: null });
const ask = fc.record({ duration, fit: fc.constantFrom<Fit>("near", "likely", "any") });

test("however many are taken, a row answers as if it had been gone through", () => {
	fc.assert(
		fc.property(fc.array(duration, { maxLength: 30 }), fc.array(ask, { maxLength: 40 }), (durations, asked) => {
			const songs = durations.map((duration, id) => ({ id, title: "", artist: "", duration, youtubeId: null, identifier: "" }));
			const row = new Row();
			for (const song of songs) row.put(song);
			const taken = new Set<Known>();
			for (const { duration, fit } of asked) {
				const free = songs.filter((song) => !taken.has(song));
				const found = row.best(duration, fit, taken);
				expect(found).toBe(bestOfAll(free, duration, fit));
				expect(row.best(duration, fit)).toBe(bestOfAll(songs, duration, fit));
				if (found) taken.add(found);
			}
		}),
		{ numRuns: 1_000 },
	);
});

test("ten thousand that are taken one after the other are not passed one by one each time", () => {
	let asked = 0;
	class Counted extends Set<Known> {
		override has(song: Known): boolean {
			asked++;
			return super.has(song);
		}
	}
	const many = 10_000;
	for (const duration of [null, 0, many / 2, many]) {
		const row = new Row();
		for (let id = 0; id < many; id++) row.put({ id, title: "", artist: "", duration: id, youtubeId: null, identifier: "" });
		const taken = new Counted();
		for (let found = row.best(duration, "any", taken); found; found = row.best(duration, "any", taken)) taken.add(found);
		expect(taken.size).toBe(many);
	}
	expect(asked).toBeLessThan(4 * 10 * many);
});

test("those spelled alike are found with their artist, and without one whoever made them", () => {
	const song = (id: number, title: string, artist: string) => ({ id, title, artist, duration: null, youtubeId: null, identifier: "" });
	const row = new Row();
	for (const each of [song(2, "INTRO", "Ada"), song(1, "Intro", "Mira Holt"), song(3, "INTRO", "Mira Holt")]) row.put(each);
	expect(row.spelled({ title: "INTRO", artist: "" })?.best(null, "any")?.id).toBe(2);
	expect(row.spelled({ title: "INTRO", artist: "Mira Holt" })?.best(null, "any")?.id).toBe(3);
	expect(row.spelled({ title: "intro", artist: "" })).toBeUndefined();
});
