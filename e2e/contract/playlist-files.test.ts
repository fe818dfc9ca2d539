import { describe, expect, test } from "vitest";
import { Account, type Playlist, type Song } from "../support/account";
import { Client, type Heard } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { look } from "../support/database";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { date, failure, id, signedOut, success } from "./shapes";
import { anOwner } from "./visitor";

type Imported = { data: { playlist: Playlist & { description: string }; matched: number; unmatched: { title: string; reason: string }[] } };

const path = "/api/playlists/import";
const bad = (words: string) => failure(`file: ${words}`, { fields: { file: words } });
const send = <Body = Imported>(client: Client, file: { text: string | Uint8Array; name?: string }, fields: Record<string, string> = {}) =>
	client.ask<Body>("POST", path, multipart({ fields, file: { bytes: Buffer.from(file.text), name: file.name ?? "list", type: "" } }));
const asOwner = ({ url, token }: Account) => new Client(url, { authorization: `Bearer ${token}` });

async function library(url: string): Promise<{ owner: Account; client: Client; songs: [Song, Song] }> {
	const owner = await Account.signUp(url);
	const songs: [Song, Song] = [
		await owner.upload({ title: "Northbound", artist: "Mira Holt" }),
		await owner.upload({ title: "Platform nine", artist: "Mira Holt" }),
	];
	return { owner, client: asOwner(owner), songs };
}

describe.each(lanes)("playlists from files on $name", (lane) => {
	const { url } = lane;

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("an M3U8 becomes a playlist of the songs that are there, and says why others are not", async () => {
			const { owner, songs } = await library(url);
			const text =
				"\uFEFF#EXTM3U\r\n#PLAYLIST:Night drive\r\n#EXTINF:1,Mira Holt - Platform nine\r\n../../etc/passwd\r\n/etc/Northbound.mp3\r\n" +
				"#EXTINF:9,Ada - Unheard\r\nx.mp3\r\nnorthbound.wav\r\n/\r\n";
			const { status, body } = await send(await signIn(owner), { text });
			const unmatched = [
				{ title: "Ada - Unheard", reason: "Not in your library" },
				{ title: "northbound", reason: "Already in this playlist" },
				{ title: "", reason: "A line without a name" },
			];
			const playlist = {
				id,
				name: "Night drive",
				description: "",
				thumbnail: null,
				songs: [songs[1], songs[0]],
				isPublic: false,
				playCount: 0,
				createdAt: date,
			};
			expect([status, body]).toEqual([201, success({ playlist, matched: 2, unmatched })]);
			const read = await asOwner(owner).get(`/api/playlists/${body.data.playlist.id}`);
			expect(read.body).toEqual(success(body.data.playlist));
		});
	});

	test("its name is the one that was given, else its own, else the file's", async () => {
		const { client } = await library(url);
		const titled = '{"playlist":{"title":" Its own ","track":[]}}';
		const names: [string, string, string, Record<string, string>][] = [
			["Given", titled, "a.jspf", { name: " Given " }],
			["Its own", titled, "a.jspf", {}],
			["Its own", titled, "a.jspf", { name: " " }],
			["Road trip", "#EXTM3U", "C:\\music\\Road trip.m3u8", {}],
			["Imported playlist", "#EXTM3U", ".m3u8", {}],
			["x".repeat(100), `#EXTM3U\n#PLAYLIST:${"x".repeat(10_000)}`, "a", {}],
		];
		for (const [name, text, fileName, fields] of names) {
			const { status, body } = await send(client, { text, name: fileName }, fields);
			expect([status, body.data.playlist.name], text.slice(0, 40)).toEqual([201, name]);
		}
	});

	test.each(["m3u8", "xspf", "jspf"] as const)("what is exported as %s is imported as the same playlist", async (format) => {
		const { client, songs } = await library(url);
		const description = format === "m3u8" ? "" : "Two songs\n& a <tag>";
		const name = 'Späti "שיר" & <b>';
		const made = await client.post<{ data: Playlist }>("/api/playlists", { name, description, songs: [songs[1].id, songs[0].id] });
		const file = await client.get<string>(`/api/playlists/${made.body.data.id}/export?format=${format}`);
		expect(file.status).toBe(200);
		expect(file.headers["content-type"]).toBe(
			{ m3u8: "audio/mpegurl", xspf: "application/xspf+xml", jspf: "application/jspf+json" }[format],
		);
		expect(file.headers["content-disposition"]).toBe(
			`attachment; filename="Spati _ & b .${format}"; filename*=UTF-8''Sp%C3%A4ti%20%D7%A9%D7%99%D7%A8%20%26%20b%20.${format}`,
		);
		expect(file.headers["cache-control"]).toBe("private, no-store");
		expect(file.headers["x-content-type-options"]).toBe("nosniff");
		for (const secret of [url, "localhost", "/api/"]) expect(file.bytes.toString()).not.toContain(secret);

		// Renamed since: found by their identifiers.
		await client.patch(`/api/songs/${songs[0].id}`, { title: "Another name" });
		const { status, body } = await send(client, { text: file.bytes, name: `x.${format}` });
		expect([status, body.data.matched, body.data.unmatched]).toEqual([201, 2, []]);
		expect(body.data.playlist).toMatchObject({ name, description, songs: [{ id: songs[1].id }, { id: songs[0].id }] });
	});

	test("somebody else's file finds songs by their names and never by another's identifiers", async () => {
		const [mine, theirs] = [await library(url), await library(url)];
		const other = await theirs.owner.upload({ title: "Only theirs" });
		const playlist = await theirs.owner.playlist("Theirs", [...theirs.songs, other]);
		const file = await theirs.client.get(`/api/playlists/${playlist.id}/export?format=xspf`);
		const { body } = await send(mine.client, { text: file.bytes });
		expect(body.data.playlist.songs.map((song) => song.id)).toEqual(mine.songs.map((song) => song.id));
		expect(body.data.unmatched).toEqual([{ title: "Nobody - Only theirs", reason: "Not in your library" }]);
	});

	const entity = '<!DOCTYPE playlist [<!ENTITY x SYSTEM "file:///etc/passwd">]><playlist><title>&x;</title></playlist>';
	test.each([
		["nothing", "", "The file is empty"],
		["a picture", "\u0089PNG\u0000\u0000", "This is not a playlist in M3U8, XSPF or JSPF"],
		["an external entity", entity, "An XML file with a DOCTYPE or entities of its own is not read"],
		["another XML", "<rss></rss>", "This XML file is not an XSPF playlist"],
		["another JSON", "{}", "This JSON file is not a JSPF playlist"],
		["100,000 lines", `#EXTM3U\n${"#EXTINF:1,A - B\nb.mp3\n".repeat(50_000)}`, "The file lists more than 10,000 songs"],
	])("%s is refused in words, others are served meanwhile, and nothing is stored", async (_what, text, words) => {
		const { owner, client } = await library(url);
		const [{ status, body }, ...others] = await Promise.all([
			send<unknown>(client, { text }),
			...Array.from({ length: 5 }, () => client.get("/api/health/live")),
		]);
		expect([status, body]).toEqual([400, bad(words)]);
		expect(others.map((other) => other.status)).toEqual([200, 200, 200, 200, 200]);
		expect(await look(lane, "SELECT count(*) FROM Item WHERE ownerId = ? AND kind = 'playlist'", owner.user.id)).toBe(0);
	});

	test("a name that is too long, a file that is missing or too large, another type", async () => {
		const client = asOwner(await anOwner(url));
		const long = await send<unknown>(client, { text: "#EXTM3U" }, { name: "x".repeat(101) });
		expect([long.status, long.body]).toEqual([
			400,
			failure("name: At most 100 characters", { fields: { name: "At most 100 characters" } }),
		]);
		const none = await client.ask("POST", path, multipart({ fields: { name: "x" } }));
		expect([none.status, none.body]).toEqual([400, bad("Choose a file")]);
		const large = await send<unknown>(client, { text: Buffer.alloc(10 * 1024 * 1024 + 1, "#") });
		expect([large.status, large.body]).toEqual([413, bad("The file is larger than 10 MB")]);
		const json = await client.post(path, { name: "x" });
		expect([json.status, json.body]).toEqual([415, failure("The body has an unsupported type")]);
	});

	test.each(["", "?format=", "?format=pls", "?format=M3U8", "?format=__proto__"])(
		"an export%s names the formats there are",
		async (query) => {
			const owner = await anOwner(url);
			const { id } = await owner.playlist("Mine", []);
			const { status, body } = await asOwner(owner).get(`/api/playlists/${id}/export${query}`);
			const words = "One of m3u8, xspf, jspf";
			expect([status, body]).toEqual([400, failure(`format: ${words}`, { fields: { format: words } })]);
		},
	);

	test("a foreign, unknown or malformed playlist is not exported", async () => {
		const theirs = await Account.signUp(url);
		const song = await theirs.upload();
		const { id } = await theirs.playlist("Theirs", [song]);
		for (const absent of [id, song.id, "2147483647", "no-id"]) {
			const { status, body } = await asOwner(await anOwner(url)).get(`/api/playlists/${absent}/export?format=xspf`);
			expect([status, body]).toEqual([404, failure("Playlist not found")]);
		}
	});

	test("other verbs are 405, and without credentials everything is 401", async () => {
		const client = asOwner(await anOwner(url));
		const { id } = await (await anOwner(url)).playlist("Mine", []);
		const verbs: [string, string, string][] = [
			["GET", path, "POST, OPTIONS"],
			["DELETE", path, "POST, OPTIONS"],
			["POST", `/api/playlists/${id}/export`, "GET, HEAD, OPTIONS"],
		];
		for (const [method, where, allow] of verbs) {
			const { status, headers, body }: Heard = await client.ask(method, where);
			expect([status, headers.allow, body]).toEqual([405, allow, failure("Method not allowed")]);
		}
		for (const headers of [{}, ...nobodys]) {
			const sent = await send<unknown>(new Client(url, headers), { text: "#EXTM3U" });
			const got = await new Client(url, headers).get(`/api/playlists/${id}/export?format=xspf`);
			for (const { status, body } of [sent, got]) expect([status, body]).toEqual([401, signedOut]);
		}
	});
});
