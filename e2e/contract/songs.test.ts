import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { wav } from "../support/wav";
import { date, failure, id, signedOut, success } from "./shapes";

const northbound = await readFile(new URL("../support/fixtures/northbound.mp3", import.meta.url));
type One = { data: { id: string; title: string; artist: string } };

const song = (words: { title: string; artist: string; duration: number }) => ({
	id,
	...words,
	thumbnail: null,
	source: "upload",
	youtubeId: null,
	playCount: 0,
	createdAt: date,
});

describe.each(lanes)("songs on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("an uploaded MP3 is a song with the title, artist and length of its tags", async () => {
			const client = await signIn(await Account.signUp(url));
			const { status, body } = await client.ask<One>("POST", "/api/songs", multipart({ file: { bytes: northbound, name: "track01.mp3" } }));
			expect(status).toBe(201);
			expect(body).toEqual(success({ ...song({ title: "Northbound", artist: "Mira Holt", duration: 3.03 }), sameAs: null }));
		});

		test("an uploaded WAV is one too", async () => {
			const client = await signIn(await Account.signUp(url));
			const bytes = wav({ seconds: 2.5, title: "Platform nine", artist: "Ada" });
			const { status, body } = await client.ask<One>("POST", "/api/songs", multipart({ file: { bytes, name: "p9.wav" } }));
			expect(status).toBe(201);
			expect(body).toEqual(success({ ...song({ title: "Platform nine", artist: "Ada", duration: 2.5 }), sameAs: null }));
		});

		test("the same file again is a new song, and the answer names the oldest one of that file", async () => {
			const account = await Account.signUp(url);
			await (await Account.signUp(url)).upload({ bytes: northbound });
			const client = await signIn(account);
			const send = () =>
				client.ask<{ data: { id: string; sameAs: string | null } }>(
					"POST",
					"/api/songs",
					multipart({ file: { bytes: northbound, name: "track01.mp3" } }),
				);
			const [first, second, third] = [await send(), await send(), await send()];
			expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
			expect(first.body.data.sameAs).toBeNull();
			expect(second.body.data.sameAs).toBe(first.body.data.id);
			expect(third.body.data.sameAs).toBe(first.body.data.id);
			expect((await client.get<{ data: unknown[] }>("/api/songs")).body.data).toHaveLength(3);
		});

		test("they are listed newest first, read, changed and deleted", async () => {
			const account = await Account.signUp(url);
			const client = await signIn(account);
			const first = await account.upload({ title: "First", artist: "A", seconds: 1 });
			const second = await account.upload({ title: "Second", artist: "B", seconds: 2 });
			const [one, two] = [song({ title: "First", artist: "A", duration: 1 }), song({ title: "Second", artist: "B", duration: 2 })];

			const list = await client.get("/api/songs");
			expect([list.status, list.body]).toEqual([
				200,
				success([
					{ ...two, id: second.id },
					{ ...one, id: first.id },
				]),
			]);
			const read = await client.get(`/api/songs/${first.id}`);
			expect([read.status, read.body]).toEqual([200, success({ ...one, id: first.id })]);

			const renamed = await client.patch(`/api/songs/${first.id}`, { title: "  New <b>title</b> ☃  " });
			expect([renamed.status, renamed.body]).toEqual([200, success({ ...one, id: first.id, title: "New <b>title</b> ☃" })]);
			const credited = await client.patch(`/api/songs/${first.id}`, { artist: "Somebody else" });
			expect(credited.body).toMatchObject({ data: { title: "New <b>title</b> ☃", artist: "Somebody else" } });
			const anonymous = await client.patch(`/api/songs/${first.id}`, { artist: "" });
			expect(anonymous.body).toMatchObject({ data: { artist: "" } });
			const unchanged = await client.patch(`/api/songs/${first.id}`, {});
			expect([unchanged.status, unchanged.body]).toEqual([200, anonymous.body]);

			const deleted = await client.delete(`/api/songs/${first.id}`);
			expect([deleted.status, deleted.body]).toEqual([200, { success: true, message: "Song deleted successfully" }]);
			for (const again of [await client.get(`/api/songs/${first.id}`), await client.delete(`/api/songs/${first.id}`)]) {
				expect([again.status, again.body]).toEqual([404, failure("Song not found")]);
			}
			expect((await client.get("/api/songs")).body).toEqual(success([{ ...two, id: second.id }]));
		});

		test("somebody else's are as absent as unknown ones, and untouched", async () => {
			const theirs = await Account.signUp(url);
			const { id: foreign } = await theirs.upload({ title: "Theirs" });
			const { id: playlist } = await theirs.playlist("Theirs", []);
			const client = await signIn(await Account.signUp(url));
			for (const absent of [foreign, playlist, "2147483647"]) {
				const answers = [
					await client.get(`/api/songs/${absent}`),
					await client.patch(`/api/songs/${absent}`, { title: "Mine now" }),
					await client.delete(`/api/songs/${absent}`),
					await client.get(`/api/songs/${absent}/stream`),
				];
				for (const { status, body } of answers) expect([status, body]).toEqual([404, failure("Song not found")]);
			}
			const left = await new Client(url, { authorization: `Bearer ${theirs.token}` }).get(`/api/songs/${foreign}`);
			expect(left.body).toMatchObject({ data: { title: "Theirs" } });
			expect((await client.get("/api/songs")).body).toEqual(success([]));
		});
	});

	test("words beside the file win over its tags, wherever they stand in the form", async () => {
		const account = await Account.signUp(url);
		const client = new Client(url, { authorization: `Bearer ${account.token}` });
		const file = { bytes: northbound, name: "track01.mp3" };
		const both = { title: "Übers Meer", artist: "M. Holt" };
		for (const form of [multipart({ fields: both, file }), multipart({ file, fields: both, fieldsLast: true })]) {
			const { status, body } = await client.ask<One>("POST", "/api/songs", form);
			expect([status, body.data.title, body.data.artist]).toEqual([201, "Übers Meer", "M. Holt"]);
		}
		const title = await client.ask<One>("POST", "/api/songs", multipart({ fields: { title: "Only this" }, file }));
		expect(title.body).toMatchObject({ data: { title: "Only this", artist: "Mira Holt" } });
		const blank = await client.ask<One>("POST", "/api/songs", multipart({ fields: { title: "  " }, file }));
		expect(blank.body).toMatchObject({ data: { title: "Northbound" } });
	});

	test.each([
		["Platform nine.wav", "Platform nine"],
		["Ünïcode – ☃.WAV", "Ünïcode – ☃"],
		["../../etc/passwd", "passwd"],
		["C:\\Music\\Song.wav", "Song"],
		["<script>alert(1)</script>.wav", "script>"],
		[".wav", "Untitled"],
		[`${"x".repeat(300)}.wav`, "x".repeat(200)],
	])("a file without tags, called %j, is called %j", async (name, title) => {
		const account = await Account.signUp(url);
		const client = new Client(url, { authorization: `Bearer ${account.token}` });
		const { status, body } = await client.ask<One>("POST", "/api/songs", multipart({ file: { bytes: wav({ seconds: 0.1 }), name } }));
		expect(status).toBe(201);
		expect([body.data.title, body.data.artist]).toEqual([title, ""]);
	});

	test("what a file is comes from its content, not from its name or type", async () => {
		const account = await Account.signUp(url);
		const song = await account.upload({ bytes: new Uint8Array(northbound), name: "cover.png", type: "image/png" });
		const sound = await new Client(url, { authorization: `Bearer ${account.token}` }).get(`/api/songs/${song.id}/stream`);
		expect(sound.headers["content-type"]).toBe("audio/mpeg");
		expect(sound.bytes.equals(northbound)).toBe(true);
	});

	test.each([
		["GET", "/api/songs"],
		["POST", "/api/songs"],
		["GET", "/api/songs/1"],
		["PATCH", "/api/songs/1"],
		["DELETE", "/api/songs/1"],
		["GET", "/api/songs/1/stream"],
		["GET", "/api/songs/no-id"],
	])("without credentials %s %s is 401", async (method, path) => {
		for (const headers of [{}, ...nobodys]) {
			const { status, body } = await new Client(url, headers).send(method, path, method === "PATCH" ? { title: "x" } : undefined);
			expect([status, body]).toEqual([401, signedOut]);
		}
	});
});
