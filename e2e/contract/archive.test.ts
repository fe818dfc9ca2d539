// An account as one ZIP: out of one server, into another, and what is no such archive.

import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { look } from "../support/database";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { picture } from "../support/pictures";
import { nativeError } from "./shapes";

type Imported = { items: number; skipped: { title: string; reason: string }[] };
type Entries = Map<string, Buffer>;
type Item = { id: string; kind: string; title: string; note: string; thumbnail: string | null };

const asOwner = ({ url, token }: Account) => new Client(url, { authorization: `Bearer ${token}` });
const send = (account: Account, bytes: Uint8Array, name = "archive.zip") =>
	asOwner(account).ask<Imported>("POST", "/api/me/import", multipart({ file: { bytes, name, type: "application/zip" } }));
const itemsOf = async (account: Account) => (await asOwner(account).get<{ items: Item[] }>("/api/items?limit=200&sort=title")).body.items;

async function unzip(bytes: Buffer): Promise<Entries> {
	const zip = await fromBufferPromise(bytes, { lazyEntries: true });
	const entries: Entries = new Map();
	for await (const entry of zip.eachEntry()) entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
	return entries;
}

function zipped(entries: Iterable<[string, Uint8Array | string]>): Promise<Buffer> {
	const zip = new ZipFile();
	for (const [path, bytes] of entries) zip.addBuffer(Buffer.from(bytes), path);
	zip.end();
	return buffer(zip.outputStream);
}

async function exported(account: Account): Promise<{ headers: Record<string, unknown>; entries: Entries; bytes: Buffer }> {
	const { status, headers, bytes } = await asOwner(account).get("/api/me/export");
	expect(status).toBe(200);
	return { headers, bytes, entries: await unzip(bytes) };
}

async function withEverything(url: string): Promise<Account> {
	const account = await Account.signUp(url);
	const client = asOwner(account);
	await client.post("/api/items/sample");
	const [song] = (await itemsOf(account)).filter(({ kind }) => kind === "song");
	const cover = multipart({ file: { bytes: await picture("png"), name: "cover.png", type: "image/png" } });
	expect((await client.ask("PUT", `/api/items/${song?.id}/cover`, cover)).status).toBe(200);
	await account.video("dQw4w9WgXcQ", "A video");
	return account;
}

describe.each(lanes)("an account's archive on $name", { timeout: 180_000 }, (lane) => {
	const { url } = lane;

	test("holds every item in open formats with its files, and makes the same account elsewhere", async () => {
		const account = await withEverything(url);
		const { headers, entries, bytes } = await exported(account);
		expect(headers).toMatchObject({
			"content-type": "application/zip",
			"content-disposition": expect.stringMatching(/^attachment; filename="passalong-/),
		});
		const before = await itemsOf(account);
		const folders = new Set(
			[...entries.keys()].filter((path) => path.endsWith("/item.json")).map((path) => path.slice(0, -"/item.json".length)),
		);
		expect(folders.size).toBe(before.length);
		const kinds = new Set(before.map(({ kind }) => kind));
		for (const kind of kinds) expect([...folders].some((folder) => folder.startsWith(`${kind}/`))).toBe(true);

		const elsewhere = await Account.signUp(lanes[0]?.url ?? url);
		const { status, body } = await send(elsewhere, bytes);
		expect([status, body]).toEqual([201, { items: before.length, skipped: [] }]);
		const shape = ({ kind, title, note, thumbnail }: Item) => [kind, title, note, thumbnail === null];
		const after = await itemsOf(elsewhere);
		expect(after.map(shape).sort()).toEqual(before.map(shape).sort());

		// Out once more it is the same, but for numbers and moments.
		const again = await exported(elsewhere);
		const contents = (all: Entries) =>
			[...all]
				// Pictures are encoded anew.
				.filter(([path]) => !/passalong\.json$|\/files\/(?:cover|media|thumb|board)/.test(path))
				.map(([path, content]) => {
					const place = path.replace(/ \(\d+\)\//, "/");
					const text = content
						.toString("latin1")
						.replace(/\/items\/\d+\//g, "/items/N/")
						.replace(/urn:passalong:song:[\w.]+/g, "urn");
					// Engines have names of their own order.
					return [place, /item\.json$/.test(path) ? { ...JSON.parse(text, anew), id: 0, createdAt: "", members: [] } : text] as const;
				})
				.sort(([a], [b]) => (a < b ? -1 : 1));
		expect(contents(again.entries)).toEqual(contents(entries));
	});

	test("a playlist finds its songs again, in order", async () => {
		const account = await Account.signUp(url);
		const songs = [await account.upload({ title: "b", seconds: 0.1 }), await account.upload({ title: "a", seconds: 0.1 })];
		await account.playlist("Both", [...songs].reverse());
		const elsewhere = await Account.signUp(url);
		await send(elsewhere, (await exported(account)).bytes);
		const { body } = await asOwner(elsewhere).get<{ data: { songs: { title: string }[] }[] }>("/api/playlists");
		expect(body.data.map((list) => list.songs.map(({ title }) => title))).toEqual([["a", "b"]]);
	});

	test("is the owner's alone", async () => {
		const account = await Account.signUp(url);
		for (const client of [new Client(url), new Client(url, { authorization: "Bearer pal_wrong" })]) {
			const get = await client.get("/api/me/export");
			const post = await client.ask("POST", "/api/me/import", multipart({ file: { bytes: Buffer.from(""), name: "x", type: "" } }));
			for (const { status, body } of [get, post])
				expect([status, body]).toEqual([401, nativeError("unauthorized", "Authentication required")]);
		}
		expect((await exported(account)).entries.size).toBe(2);
	});

	const manifest = (folders: string[]) =>
		JSON.stringify({ format: "passalong-account", version: 1, exportedAt: "", items: folders.map((folder) => ({ folder })) });
	const item = (given: object) => JSON.stringify({ id: 1, kind: "song", title: "x", content: {}, ...given });

	test.each<[string, () => Promise<Uint8Array>, RegExp]>([
		["no ZIP at all", async () => Buffer.from("PK nothing"), /not an archive/],
		["nothing", async () => Buffer.alloc(0), /not an archive/],
		["a ZIP of something else", () => zipped([["a.txt", "hello"]]), /missing|not an archive/],
		["a manifest that is no JSON", () => zipped([["passalong.json", "{"]]), /not an archive/],
		[
			"a manifest of another version",
			() => zipped([["passalong.json", '{"format":"passalong-account","version":9,"items":[]}']]),
			/not an archive/,
		],
		[
			"a bomb",
			() =>
				zipped([
					["passalong.json", manifest(["a"])],
					["a/item.json", Buffer.alloc(80 * 1024 * 1024, 32)],
				]),
			/more in this archive/,
		],
		[
			"a path that leads out",
			async () =>
				withPath(
					await zipped([
						["passalong.json", manifest([])],
						["aa/x", "x"],
					]),
					"aa/x",
					"../x",
				),
			/damaged/,
		],
		["a ZIP that is cut off", async () => (await zipped([["passalong.json", manifest([])]])).subarray(0, 60), /not an archive|damaged/],
	])("takes %s for what it is", async (_what, make, words) => {
		const account = await Account.signUp(url);
		const { status, body } = await send(account, await make());
		expect([status, body]).toEqual([
			400,
			nativeError("bad_input", expect.stringMatching(words), { fields: { file: expect.stringMatching(words) } }),
		]);
		expect(await itemsOf(account)).toEqual([]);
	});

	test("of an entry whose bytes are damaged the thing that it is of is left out, and the list of all is no list", async () => {
		const account = await Account.signUp(url);
		const song = item({ title: "Good", kind: "list", content: { items: [{ text: "Milk" }] } });
		const entries: [string, string][] = [
			["passalong.json", manifest(["a", "b"])],
			["a/item.json", song],
			["b/item.json", song.replace("Good", "Bad")],
		];
		const part = await send(account, damaged(await zipped(entries), "b/item.json"));
		expect([part.status, part.body]).toEqual([201, { items: 1, skipped: [{ title: "b", reason: expect.stringMatching(/damaged/) }] }]);
		expect((await itemsOf(account)).map(({ title }) => title)).toEqual(["Good"]);
		const none = await send(account, damaged(await zipped(entries), "passalong.json"));
		expect([none.status, none.body]).toMatchObject([400, { error: { code: "bad_input", fields: { file: "The archive is damaged" } } }]);
		expect(await itemsOf(account)).toHaveLength(1);
	});

	test("leaves out what is not what it should be, says why, and keeps the rest; no file of it stays", async () => {
		const account = await Account.signUp(url);
		const song = await account.upload({ title: "good", seconds: 0.1 });
		const { entries } = await exported(account);
		const [folder] = [...entries.keys()].filter((path) => path.endsWith("item.json")).map((path) => path.replace("/item.json", ""));
		const audio = entries.get(`${folder}/files/audio.wav`) ?? Buffer.alloc(0);
		const files = [{ role: "audio", path: "files/audio.wav", type: "audio/wav" }];
		const bad: [string, string, [string, Uint8Array | string][]][] = [
			["no kind", item({ kind: "spell" }), []],
			["no content", item({ content: { duration: "long" } }), []],
			["no sound", item({ title: "no sound" }), []],
			["a page", item({ title: "a page", files }), [["files/audio.wav", "<html>"]]],
			["its file is missing", item({ title: "its file is missing", files }), []],
			[
				"a cover that is a page",
				item({ title: "a cover that is a page", files: [...files, { role: "cover", path: "c", type: "image/webp" }] }),
				[
					["files/audio.wav", audio],
					["c", "<svg/>"],
				],
			],
			["no JSON", "{", []],
			[
				"one file under two roles",
				item({ title: "twice", kind: "session", files: [1, 2].map((n) => ({ role: `media-${n}`, path: "a", type: "" })) }),
				[["a", "x"]],
			],
			["too many values", JSON.stringify(Array.from({ length: 1_100_000 }, (_, at) => at)), []],
		];
		const elsewhere = await Account.signUp(url);
		const all: [string, Uint8Array | string][] = [...entries];
		// A folder that is named again is not read again.
		const folders = [folder ?? "", folder ?? "", ...bad.map(([name]) => `bad/${name}`)];
		const zip = await zipped([
			...all.filter(([path]) => path !== "passalong.json"),
			["passalong.json", manifest(folders)],
			...bad.flatMap(([name, json, more]): [string, Uint8Array | string][] => [
				[`bad/${name}/item.json`, json],
				...more.map(([path, bytes]): [string, Uint8Array | string] => [`bad/${name}/${path}`, bytes]),
			]),
		]);
		const { status, body } = await send(elsewhere, zip);
		expect([status, body.items, body.skipped.map(({ title }) => title)]).toEqual([
			201,
			1,
			[
				"bad/no kind",
				"x",
				"no sound",
				"a page",
				"its file is missing",
				"a cover that is a page",
				"bad/no JSON",
				"twice",
				"bad/too many values",
			],
		]);
		for (const { reason } of body.skipped) expect(reason).toMatch(/^[A-Z].{8,}/);
		expect((await itemsOf(elsewhere)).map(({ title }) => title)).toEqual([song.title]);
		expect(Number(await look(lane, "SELECT count(*) FROM Blob WHERE ownerId = ?", elsewhere.user.id))).toBe(1);
	});
});

/** What an encoder decides. */
const anew = (key: string, value: unknown) => (key === "size" || (key === "thumbnail" && typeof value === "string") ? 0 : value);

/** The same archive with one entry whose bytes no program can unpack. */
function damaged(zip: Buffer, path: string): Buffer {
	const copy = Buffer.from(zip);
	// Its name stands behind 30 bytes of its head (APPNOTE 4.3.7), and its bytes behind that: 7 announces a block of a kind that there is not.
	copy.fill(7, copy.indexOf(path) + path.length, copy.indexOf(path) + path.length + 4);
	return copy;
}

/** The same archive with another name for one of its entries, as no tool writes it. */
function withPath(zip: Buffer, from: string, to: string): Buffer {
	expect(from).toHaveLength(to.length);
	return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}
