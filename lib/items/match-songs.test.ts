import { describe, expect, test } from "vitest";
import { type Known, matchSongs, type Wanted } from "./match-songs";

let made = 0;
const song = (title: string, artist = "", more: Partial<Known> = {}): Known => {
	const id = ++made;
	return { id, title, artist, duration: null, youtubeId: null, identifier: `urn:passalong:song:${id}.x`, ...more };
};
const line = (title: string, artist = "", more: Partial<Wanted> = {}): Wanted => ({
	names: title ? [{ title, artist }] : [],
	duration: null,
	references: [],
	...more,
});
const file = (reference: string, more: Partial<Wanted> = {}) => line("", "", { references: [reference], ...more });
const match = (wanted: Wanted[], library: Known[], max = 5_000) => matchSongs(wanted, library, { max });

describe("a line finds its song", () => {
	const northbound = song("Northbound", "Mira Holt", { duration: 200 });
	const accents = song("Déjà vu (live!)", "Beyoncé");
	const video = song("A video", "Somebody", { youtubeId: "dQw4w9WgXcQ" });
	const nameless = song("Platform nine", "", { duration: 61.4 });
	const library = [northbound, accents, video, nameless];

	test.each<[string, Wanted, Known]>([
		["by our own identifier, whatever it is called now", line("Old name", "", { references: [northbound.identifier] }), northbound],
		["by a video's address", file("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1"), video],
		["by a short address", file("https://youtu.be/dQw4w9WgXcQ"), video],
		["by title and artist", line("Northbound", "Mira Holt"), northbound],
		["whatever the length says", line("Northbound", "Mira Holt", { duration: 10 }), northbound],
		["without case, accents and punctuation", line("DEJA VU - LIVE", "beyonce"), accents],
		["by title and length, three seconds apart", line("Northbound", "M. Holt", { duration: 203 }), northbound],
		["by a title alone", line("platform nine"), nameless],
		["by a file's name", file("Northbound.mp3"), northbound],
		["by a file's name with artist, number and escapes", file("file:///music/03%20Mira%20Holt%20-%20Northbound.flac"), northbound],
		["by the last part of a path that leads out", file("../../../etc/Platform_nine.ogg"), nameless],
		["by the last part of a Windows path", file("C:\\Users\\ada\\Music\\northbound.wav"), northbound],
		["by the last part of an address", file("https://example.org/a/Northbound.mp3?key=1#t"), northbound],
	])("%s", async (_how, wanted, expected) => {
		expect(await match([wanted], library)).toEqual({ songs: [expected.id], unmatched: [] });
	});

	test.each<[string, Wanted, string, string]>([
		["another title", line("Southbound", "Mira Holt"), "Mira Holt - Southbound", "Not in your library"],
		["another artist", line("Northbound", "Ada"), "Ada - Northbound", "Not in your library"],
		[
			"another artist, though the file is called alike",
			line("Northbound", "Ada", { references: ["Northbound.mp3"] }),
			"Ada - Northbound",
			"Not in your library",
		],
		["a file of another length", file("Northbound.mp3", { duration: 20 }), "Northbound", "Not in your library"],
		["a title alone with another length", line("Northbound", "", { duration: 204 }), "Northbound", "Not in your library"],
		["somebody else's identifier", file("urn:passalong:song:999999.x"), "urn:passalong:song:999999.x", "Not in your library"],
		["nothing", line(""), "", "A line without a name"],
		["a folder", file("../../"), "", "A line without a name"],
		["a path of dots", file(".."), "", "A line without a name"],
		["another video", file("https://youtu.be/AAAAAAAAAAA"), "https://youtu.be/AAAAAAAAAAA", "Not in your library"],
	])("but not %s", async (_what, wanted, title, reason) => {
		expect(await match([wanted], library)).toEqual({ songs: [], unmatched: [{ title, reason }] });
	});

	test("the order is the file's, no song stands in it twice, and a full playlist says so", async () => {
		const lines = [line("Platform nine"), line("Northbound"), line("Platform nine"), file("northbound.mp3"), line("A video")];
		expect(await match(lines, library)).toEqual({
			songs: [nameless.id, northbound.id, video.id],
			unmatched: [
				{ title: "Platform nine", reason: "Already in this playlist" },
				{ title: "northbound", reason: "Already in this playlist" },
			],
		});
		expect(await match(lines.slice(0, 2), library, 1)).toEqual({
			songs: [nameless.id],
			unmatched: [{ title: "Northbound", reason: "A playlist holds 1 songs at most" }],
		});
	});
});

test("of several that fit, the one that is spelled alike wins, then the closest length, then the one added first", async () => {
	const [first, second, spelled] = [song("Intro", "A", { duration: 10 }), song("Intro", "A", { duration: 60 }), song("INTRO", "A")];
	const library = [spelled, second, first];
	const one = async (wanted: Wanted) => (await match([wanted], library)).songs[0];
	expect(await one(line("Intro", "A"))).toBe(first.id);
	expect(await one(line("Intro", "A", { duration: 59 }))).toBe(second.id);
	expect(await one(line("INTRO", "A", { duration: 59 }))).toBe(spelled.id);
	const three = await match([line("Intro", "A"), line("Intro", "A"), line("Intro", "A"), line("Intro", "A")], library);
	expect(three.songs).toEqual([first.id, second.id, spelled.id]);
	expect(three.unmatched).toEqual([{ title: "A - Intro", reason: "Already in this playlist" }]);
});

describe("ten thousand songs of one name", () => {
	const many = 10_000;
	/** Songs that count how often something is read of them. */
	function counted() {
		let reads = 0;
		const library = Array.from({ length: many }, (_, at) => {
			const plain = song("Untitled", "", { duration: at });
			return new Proxy(plain, {
				get(target, name) {
					reads++;
					return Reflect.get(target, name);
				},
			});
		});
		return { library, reads: () => reads };
	}

	test.each([
		["each of its own length", (at: number) => line("Untitled", "", { duration: at, references: ["Untitled.mp3"] })],
		["all of one length", () => line("Untitled", "", { duration: many, references: ["Untitled.mp3"] })],
		["of no length", () => line("Untitled", "", { references: ["Untitled.mp3"] })],
		["by another artist", () => line("Untitled", "Ada", { references: ["Untitled.mp3"] })],
		["spelled otherwise", () => line("UNTITLED", "", { references: ["Ada - untitled.mp3", "untitled!.mp3"] })],
	])("are not gone through for each of ten thousand lines %s", async (_which, wanted) => {
		const { library, reads } = counted();
		const lines = Array.from({ length: many }, (_, at) => wanted(at));
		const { songs, unmatched } = await match(lines, library);
		expect(songs.length + unmatched.length).toBe(many);
		expect(reads()).toBeLessThan(50 * many);
	});

	test("go to the lines whose length they have, however many are taken", async () => {
		const { library } = counted();
		const lines = Array.from({ length: many }, (_, at) => line("Untitled", "", { duration: at }));
		expect((await match(lines, library)).songs).toEqual(library.slice(0, 5_000).map(({ id }) => id));
	});

	test("others are served while they are matched", async () => {
		const { library } = counted();
		const lines = Array.from({ length: many }, () => line("Untitled", "Ada", { references: ["Untitled.mp3"] }));
		let turns = 0;
		let done = false;
		const matching = match(lines, library).finally(() => {
			done = true;
		});
		for (; !done; turns++) await new Promise<void>((resolve) => setImmediate(resolve));
		await matching;
		expect(turns).toBeGreaterThan(500);
	});
});
