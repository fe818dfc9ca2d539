import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxEntries, maxReferences } from "./listing";
import { readListing } from "./read-listing";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = "list") => readListing(bytes(text), name);
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });
const xspf = (inside: string) => `<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/">${inside}</playlist>`;
const jspf = (playlist: unknown) => JSON.stringify({ playlist });

describe("M3U8", () => {
	test("reads titles, lengths, the playlist's own and what each line points to", async () => {
		const file =
			"#EXTM3U\r\n#PLAYLIST:Night drive\r\n\r\n#EXTINF:201,Mira Holt - Northbound\r\n../music/Northbound.mp3\r\n# a comment\r\nlast.mp3";
		expect(await read(file)).toEqual({
			title: "Night drive",
			description: "",
			entries: [
				{
					names: [
						{ title: "Northbound", artist: "Mira Holt" },
						{ title: "Mira Holt - Northbound", artist: "" },
					],
					duration: 201,
					references: ["../music/Northbound.mp3"],
				},
				{ names: [], duration: null, references: ["last.mp3"] },
			],
		});
	});

	test.each([
		["a length that is not known", "#EXTINF:-1,Song", { duration: null, title: "Song" }],
		["spaces before the length", "#EXTINF: \t12,Song", { duration: 12, title: "Song" }],
		["attributes", '#EXTINF:12 logo="a,b" group="x",Song', { duration: 12, title: "Song" }],
		["a comma and a quote in a title", '#EXTINF:12,One, "two', { duration: 12, title: 'One, "two' }],
		["tenths of a second", "#EXTINF:12.6,Song", { duration: 12.6, title: "Song" }],
		["no words", "#EXTINF:12,", { duration: 12, title: undefined }],
		["no comma", "#EXTINF:12", { duration: null, title: undefined }],
		["a title of a right-to-left script", "#EXTINF:12,שיר לילה", { duration: 12, title: "שיר לילה" }],
	])("knows %s", async (_what, line, { duration, title }) => {
		const [entry] = (await read(`#EXTM3U\n${line}\nsong.mp3`)).entries;
		expect([entry?.duration, entry?.names[0]?.title]).toEqual([duration, title]);
	});

	test("is read in the alphabet of old Windows players too, with and without a UTF-8 mark, and as a bare list by its name", async () => {
		const latin = Buffer.from("#EXTM3U\n#EXTINF:9,Beyonc\u00e9 - D\u00e9j\u00e0 vu\na.mp3", "latin1");
		expect((await readListing(latin, "list.m3u")).entries[0]?.names[0]).toEqual({ artist: "Beyoncé", title: "Déjà vu" });
		expect((await read("\uFEFF#EXTM3U\n#PLAYLIST:Späti\na.mp3")).title).toBe("Späti");
		expect((await read("a.mp3\nb.mp3", "list.M3U")).entries).toHaveLength(2);
		await expect(read("a.mp3\nb.mp3", "list.txt")).rejects.toEqual(refused(/not a playlist/));
	});

	test("has 10,000 lines and not one more", async () => {
		const lines = (count: number) => `#EXTM3U\n${"song.mp3\n".repeat(count)}`;
		expect((await read(lines(maxEntries))).entries).toHaveLength(maxEntries);
		await expect(read(lines(maxEntries + 1))).rejects.toEqual(refused(/more than 10,000/));
	});
});

describe("XSPF", () => {
	test("reads titles, lengths in milliseconds, identifiers and locations, whatever the prefix", async () => {
		const file = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- made by hand -->
			<x:playlist version="1" xmlns:x="http://xspf.org/ns/0/"><x:title>Night &amp; day</x:title><x:annotation>One
two</x:annotation><x:trackList><x:track meta="a > b"><x:title><![CDATA[<Northbound>]]></x:title><x:creator>Mira&#32;Holt&#x2122;</x:creator>
			<x:duration>201500</x:duration><x:location>file:///a/b.mp3</x:location><x:identifier>urn:x</x:identifier>
			<x:extension application="y"><title>not this</title></x:extension></x:track><x:track/></x:trackList></x:playlist>`;
		expect(await read(file)).toEqual({
			title: "Night & day",
			description: "One\ntwo",
			entries: [
				{ names: [{ title: "<Northbound>", artist: "Mira Holt™" }], duration: 201.5, references: ["file:///a/b.mp3", "urn:x"] },
				{ names: [], duration: null, references: [] },
			],
		});
	});

	const entity = '<!DOCTYPE playlist [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
	const laughs = `<!DOCTYPE p [<!ENTITY a "ha">${"bcdefghij".replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;
	test.each([
		["an external entity", `${entity}${xspf("<title>&x;</title>")}`, /DOCTYPE/],
		["a billion laughs", `${laughs}${xspf("<title>&j;</title>")}`, /DOCTYPE/],
		["a DOCTYPE in lower case", `<!doctype html><html></html>`, /well-formed/],
		["a DOCTYPE in the middle", xspf(entity), /well-formed/],
		["an entity that is not XML's", xspf("<title>&nbsp;</title>"), /well-formed/],
		["an entity called as part of every object", xspf("<title>&constructor;</title>"), /well-formed/],
		["a character that is none", xspf("<title>&#xD800;</title>"), /well-formed/],
		["a bare ampersand", xspf("<title>a & b</title>"), /well-formed/],
		["another root", "<rss><channel/></rss>", /not an XSPF/],
		["tags that cross", xspf("<a><b></a></b>"), /well-formed/],
		["an end that is missing", "<playlist><trackList>", /well-formed/],
		["a comment without an end", "<playlist><!-- ", /well-formed/],
		["text behind the end", `${xspf("")}more`, /well-formed/],
		["two angles", "<<<", /well-formed/],
		["a value without an end", '<playlist version="1', /well-formed/],
		["bytes that are no UTF-8", Buffer.from([0x3c, 0x61, 0xff, 0x3e]), /UTF-8/],
	])("refuses %s in words", async (_what, file, words) => {
		await expect(readListing(typeof file === "string" ? bytes(file) : file, "a.xspf")).rejects.toEqual(refused(words));
	});
});

describe("JSPF", () => {
	test("reads what XSPF has, a location alone too", async () => {
		const track = [
			{ title: "Northbound", creator: "Mira Holt", duration: 201500, location: ["a.mp3", 7], identifier: "urn:x" },
			{ title: 7, creator: null, duration: "12000", location: {} },
			"no track",
		];
		expect(await read(jspf({ title: "Night drive", annotation: "By train", track }))).toEqual({
			title: "Night drive",
			description: "By train",
			entries: [
				{ names: [{ title: "Northbound", artist: "Mira Holt" }], duration: 201.5, references: ["urn:x", "a.mp3"] },
				{ names: [], duration: 12, references: [] },
				{ names: [], duration: null, references: [] },
			],
		});
	});

	test("keys that could reach a prototype are words like any other", async () => {
		const file =
			'{"__proto__":{"title":"x"},"playlist":{"__proto__":{"title":"y"},"constructor":{},"track":[{"__proto__":{"title":"z"}}]}}';
		expect(await read(file)).toEqual({ title: "", description: "", entries: [{ names: [], duration: null, references: [] }] });
		expect(Object.hasOwn(Object.prototype, "title")).toBe(false);
	});

	test.each([
		["another object", '{"songs":[]}', /not a JSPF/],
		["tracks that are no list", jspf({ track: { length: 3 } }), /not a JSPF/],
		["broken JSON", '{"playlist":', /valid JSON/],
		["too many songs", jspf({ track: Array.from({ length: maxEntries + 1 }, () => ({})) }), /more than 10,000/],
	])("refuses %s in words", async (_what, file, words) => {
		await expect(read(file)).rejects.toEqual(refused(words));
	});
});

describe("hostile files of ten megabytes", () => {
	const size = 10 * 1024 * 1024;
	const filled = (head: string, piece: string, tail = "") => head + piece.repeat((size - head.length - tail.length) / piece.length) + tail;
	const track = "<track><title>Northbound</title><creator>Mira Holt</creator></track>";
	test.each([
		["lines of M3U8", filled("#EXTM3U\n", "a\n")],
		["one line of M3U8", filled("#EXTM3U\n#EXTINF:1,", "a - ")],
		["attributes of one line", filled("#EXTM3U\n#EXTINF:1 ", '"",')],
		["spaces of many lines", filled("#EXTM3U\n", `#EXTINF:${" ".repeat(3_980)}x\n`)],
		["empty lines", filled("#EXTM3U\n", "\r")],
		["comments", filled("#EXTM3U\n", "#PASSALONG:x\n")],
		["tracks of XSPF", filled("<playlist><trackList>", track, "</trackList></playlist>")],
		["elements of XML", filled("<playlist>", "<a/>", "</playlist>")],
		["depths of XML", filled("<playlist>", "<a>")],
		["angles", filled("<", "<")],
		["attributes of XML", filled("<playlist ", "a='' ", "/>")],
		["descriptions", filled("<playlist><annotation>", "a \n", "</annotation></playlist>")],
		["entities", filled("<playlist><title>", "&amp;", "</title></playlist>")],
		["ampersands", filled("<playlist><title>", "&", "</title></playlist>")],
		["comments of XML", filled("<playlist>", "<!---->", "</playlist>")],
		["brackets", filled('{"playlist":{"track":', "[")],
		["objects", filled('{"playlist":{"track":[', "{},", "0]}}")],
		["numbers", filled('{"playlist":{"track":[', "0,", "0]}}")],
		["one word of JSON", filled('{"playlist":{"title":"', "a", '","track":[]}}')],
		["escapes of JSON", filled('{"playlist":{"title":"', "\\u0000", '"}}')],
	])(
		"%s are read or refused in words",
		async (_what, file) => {
			const read = await readListing(bytes(file), "list.m3u8").catch((error: unknown) => error);
			if (read instanceof Error) expect(read).toEqual(refused(/./));
			else expect((read as { entries: object[] }).entries.length).toBeLessThanOrEqual(maxEntries);
		},
		30_000,
	);

	test.each([
		["XML", filled("<playlist><title>", "&amp;", "</title></playlist>"), 100],
		["M3U8", `#EXTM3U\n${"#EXTINF:1,Mira Holt - Song\nsong.mp3\n".repeat(maxEntries)}`, 90],
		["comments of M3U8", `#EXTM3U\n${"#EXTINF:1,Mira Holt - Song\n".repeat(maxEntries)}`, 45],
		["JSPF", jspf({ track: Array.from({ length: maxEntries }, () => ({ title: "Song" })) }), 45],
	])("others are served while %s is read", async (_what, file, least) => {
		let turns = 0;
		let done = false;
		const reading = read(file).finally(() => {
			done = true;
		});
		const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
		for (; !done; turns++) await wait();
		await reading;
		expect(turns).toBeGreaterThan(least);
	});

	const many = Array.from({ length: 100_000 }, (_, at) => `${at}.mp3`);
	const each = (name: string) => many.map((one) => `<${name}>${one}</${name}>`).join("");
	const first = many.slice(0, maxReferences);
	test.each([
		["M3U8", `#EXTM3U\n${many.map((one) => `#PASSALONG:${one}\n`).join("")}a.mp3`, [...first, "a.mp3"]],
		["XSPF", xspf(`<trackList><track>${each("location")}${each("identifier")}</track></trackList>`), [...first, ...first]],
		["JSPF", jspf({ track: [{ location: many, identifier: many }] }), [...first, ...first]],
	])("of a song's hundred thousand locations in %s four are kept", async (_what, file, kept) => {
		expect((await read(file)).entries).toEqual([{ names: [], duration: null, references: kept }]);
	});

	test.each([
		["attributes", `<playlist ${Array.from({ length: 200 }, (_, at) => `a${at}="1"`).join(" ")}/>`],
		["letters in its name", `<playlist><${"a".repeat(200)}/></playlist>`],
	])("a tag of XML with too many %s is refused", async (_what, file) => {
		await expect(read(file)).rejects.toEqual(refused(/too complex/));
	});
});

test("whatever the bytes, a file is read or refused in words", async () => {
	const pieces = [
		"<playlist>",
		"<trackList>",
		"<track>",
		"</track>",
		"<title>",
		"&#x41;",
		"]]>",
		"<![CDATA[",
		"<!--",
		'"',
		"\\",
		"{",
		"[",
		":",
		",",
		"#EXTINF:1,",
		"\n",
	];
	const heads = ["", "#EXTM3U\n", "<playlist>", '{"playlist":{"track":['];
	const text = fc.tuple(
		fc.constantFrom(...heads),
		fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 30 }),
	);
	const file = fc.oneof(
		fc.uint8Array({ maxLength: 200 }),
		text.map(([head, parts]) => bytes(head + parts.join(""))),
	);
	await fc.assert(
		fc.asyncProperty(file, fc.constantFrom("a", "a.m3u", "a.xspf"), async (content, name) => {
			const error = await readListing(content, name).then(
				() => null,
				(error: unknown) => error,
			);
			if (error !== null) expect(error).toEqual(refused(/./));
		}),
		{ numRuns: 2_000 },
	);
});
