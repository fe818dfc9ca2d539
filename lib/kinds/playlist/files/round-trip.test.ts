import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { matchSongs } from "@/lib/items/match-songs";
import { maxDepth } from "./listing";
import { readListing } from "./read-listing";
import { listingFormat, writeListing } from "./write-listing";

// What a title may hold: anything that `line` lets through. XML cannot hold U+FFFE and U+FFFF, and no name has them.
const name = (max: number) =>
	fc
		.oneof(
			fc.string({ unit: "binary", maxLength: max }),
			fc.string({ unit: fc.constantFrom(..."abcé -–&<>\"'#,.:/\\%;שم\u202e\u2028💿".split(/(?:)/u)), maxLength: max }),
		)
		.map((text) => text.replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, "").trim());
const song = fc.record({
	title: name(40).filter((title) => title !== ""),
	artist: name(30),
	duration: fc.option(fc.integer({ min: 1, max: 10_000_000 }).map((ms) => ms / 1000)),
	youtubeId: fc.option(fc.stringMatching(/^[\w-]{11}$/)),
	ending: fc.constantFrom("", ".mp3", ".flac"),
});
const description = fc.oneof(
	name(100),
	fc.array(name(20), { maxLength: 4 }).map((all) => all.join("\n").trim()),
);
const playlist = fc.record({ title: name(60).filter((title) => title !== ""), description, songs: fc.array(song, { maxLength: 12 }) });

describe.each(listingFormat.options)("a playlist that is written as %s and read again", (format) => {
	test("is the same", async () => {
		await fc.assert(
			fc.asyncProperty(playlist, async ({ songs, ...words }) => {
				const library = songs.map((song, at) => ({ ...song, id: at + 1, identifier: `urn:passalong:song:${at + 1}.k1` }));
				const { text } = writeListing(format, { ...words, songs: library });
				const read = await readListing(new TextEncoder().encode(text), `x.${format}`);
				const { songs: found, unmatched } = await matchSongs(read.entries, library, { max: 5_000 });
				expect([found, unmatched]).toEqual([library.map(({ id }) => id), []]);
				// Files join spaces that stand side by side; M3U8 has no place for a description.
				const joined = (title: string) => title.replace(/\s+/g, " ").trim();
				expect(read.title).toBe(joined(words.title));
				expect(read.description.replace(/\s+/g, " ")).toBe(format === "m3u8" ? "" : joined(words.description));
			}),
			{ numRuns: 300 },
		);
	});

	test("is found by its names alone in somebody else's library, when these tell the songs apart", async () => {
		const songs = ["Northbound", "Déjà vu", 'Rock & "Roll" <live>', "שיר לילה", "100% #1; half/half: a\\b?"].map((title, at) => ({
			title,
			artist: at % 2 ? "Mira Holt" : "",
			duration: at ? 60 + at : null,
			youtubeId: null,
			ending: ".mp3",
			identifier: `urn:passalong:song:${at}.theirs`,
		}));
		const { text } = writeListing(format, { title: "Mine", description: "", songs });
		const theirs = songs.map((song, at) => ({ ...song, id: 900 - at, identifier: `urn:passalong:song:${900 - at}.ours` }));
		const { entries } = await readListing(new TextEncoder().encode(text), "list");
		expect(await matchSongs(entries, theirs, { max: 10 })).toEqual({ songs: theirs.map(({ id }) => id), unmatched: [] });
	});
});

test("another reader of XML finds what we wrote as XSPF, and nothing that it would not take", () => {
	const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true, isArray: (name) => name === "track" });
	fc.assert(
		fc.property(playlist, ({ songs, ...words }) => {
			const { text } = writeListing("xspf", { ...words, songs: songs.map((song, at) => ({ ...song, identifier: `urn:x:${at}` })) });
			expect(XMLValidator.validate(text)).toBe(true);
			const read = parser.parse(text).playlist;
			expect(read.title).toBe(words.title);
			expect((read.trackList.track ?? []).map((track: { title: string }) => track.title)).toEqual(songs.map((song) => song.title));
		}),
		{ numRuns: 200 },
	);
});

describe("files that are written", () => {
	const evil = { title: "a\nb\r#EXTM3U\u2028../x", artist: "]]>&<", duration: 0.4, youtubeId: null, ending: ".mp3", identifier: "urn:x" };
	const write = (format: "m3u8" | "xspf" | "jspf") =>
		writeListing(format, { title: "T\nU", description: "", songs: [evil, { ...evil, youtubeId: "dQw4w9WgXcQ", duration: null }] }).text;

	test("M3U8: one line each, whole seconds, -1 for an unknown length, names that lead nowhere", () => {
		expect(write("m3u8").split("\n")).toEqual([
			"#EXTM3U",
			"#EXTENC:UTF-8",
			"#PLAYLIST:T U",
			"#EXTINF:1,]]>&< - a b #EXTM3U ../x",
			"#PASSALONG:urn:x",
			"]]_&_ - a_b_#EXTM3U_.._x.mp3",
			"#EXTINF:-1,]]>&< - a b #EXTM3U ../x",
			"#PASSALONG:urn:x",
			"https://www.youtube.com/watch?v=dQw4w9WgXcQ",
			"",
		]);
	});

	test("XSPF: milliseconds, none for an unknown length, everything escaped", () => {
		const text = write("xspf");
		expect(text).toContain("<duration>400</duration>");
		expect(text.match(/<duration>/g)).toHaveLength(1);
		expect(text).toContain("<creator>]]&gt;&amp;&lt;</creator>");
		expect(text).toContain("<location>https://www.youtube.com/watch?v=dQw4w9WgXcQ</location>");
		expect(text).toContain("<location>%5D%5D_%26_%20-%20a_b_%23EXTM3U_.._x.mp3</location>");
	});

	test("JSPF: the same in JSON, and no deeper than what is read", () => {
		const { playlist } = JSON.parse(write("jspf"));
		expect(playlist.track[0]).toEqual({
			location: ["%5D%5D_%26_%20-%20a_b_%23EXTM3U_.._x.mp3"],
			identifier: ["urn:x"],
			title: evil.title,
			creator: evil.artist,
			duration: 400,
		});
		expect(maxDepth).toBeGreaterThan(8);
	});

	test("two songs of one name have files of their own", () => {
		const { text } = writeListing("m3u8", { title: "T", description: "", songs: [evil, evil, evil] });
		expect(text.split("\n").filter((line) => line.endsWith(".mp3"))).toEqual([
			"]]_&_ - a_b_#EXTM3U_.._x.mp3",
			"]]_&_ - a_b_#EXTM3U_.._x (2).mp3",
			"]]_&_ - a_b_#EXTM3U_.._x (3).mp3",
		]);
	});
});
