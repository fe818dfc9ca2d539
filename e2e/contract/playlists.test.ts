import { describe, expect, test } from "vitest";
import { Account, type Song } from "../support/account";
import { Client } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { change } from "../support/database";
import { lanes } from "../support/lanes";
import { date, failure, id, signedOut, success } from "./shapes";
import { anOwner } from "./visitor";

type One = { data: { id: string; songs: Song[] } };
const bad = (field: string, words: string) => failure(`${field}: ${words}`, { fields: { [field]: words } });
const notMine = bad("songs", "A song in it is not in your library");
const twice = bad("songs", "A song stands in it twice");

describe.each(lanes)("playlists on $name", (lane) => {
	const { url } = lane;

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("one is made of a name alone", async () => {
			const client = await signIn(await anOwner(url));
			const { status, body } = await client.post("/api/playlists", { name: "  Night drive " });
			expect([status, body]).toEqual([
				201,
				success({ id, name: "Night drive", description: "", thumbnail: null, songs: [], isPublic: false, playCount: 0, createdAt: date }),
			]);
		});

		test("one is made of everything, read, listed newest first, changed and deleted", async () => {
			const account = await Account.signUp(url);
			const [first, second] = [await account.upload({ title: "First" }), await account.upload({ title: "Second" })];
			const client = await signIn(account);
			const older = await client.post<One>("/api/playlists", { name: "Older" });

			const words = { name: "Night drive", description: "Two\nlines\tand a tab", isPublic: true };
			const made = await client.post<One>("/api/playlists", { ...words, songs: [second.id, Number(first.id)] });
			const whole = { id, ...words, thumbnail: null, songs: [second, first], playCount: 0, createdAt: date };
			expect([made.status, made.body]).toEqual([201, success(whole)]);
			const path = `/api/playlists/${made.body.data.id}`;
			const read = await client.get(path);
			expect([read.status, read.body]).toEqual([200, made.body]);
			const list = await client.get("/api/playlists");
			expect([list.status, list.body]).toEqual([200, success([made.body.data, older.body.data])]);

			const changes: [object, object][] = [
				[{ songs: [first.id, second.id] }, { songs: [first, second] }],
				[{ name: "Day drive" }, { name: "Day drive", songs: [first, second] }],
				[{ description: "" }, { description: "" }],
				[{ isPublic: false }, { isPublic: false, name: "Day drive" }],
				[{ songs: [second.id] }, { songs: [second] }],
				[{ songs: [] }, { songs: [], name: "Day drive" }],
				[{}, { name: "Day drive", description: "", isPublic: false, songs: [] }],
			];
			for (const [change, expected] of changes) {
				const { status, body } = await client.patch<One>(path, change);
				expect(status).toBe(200);
				expect(body.data).toMatchObject(expected);
				expect((await client.get(path)).body).toEqual(body);
			}

			const deleted = await client.delete(path);
			expect([deleted.status, deleted.body]).toEqual([200, { success: true, message: "Playlist deleted successfully" }]);
			for (const gone of [await client.get(path), await client.patch(path, {}), await client.delete(path)]) {
				expect([gone.status, gone.body]).toEqual([404, failure("Playlist not found")]);
			}
			expect((await client.get(`/api/songs/${first.id}`)).status, "its songs stay").toBe(200);
		});

		test("somebody else's are as absent as unknown ones, and untouched", async () => {
			const theirs = await Account.signUp(url);
			const song = await theirs.upload();
			const { id: foreign } = await theirs.playlist("Theirs", [song]);
			const client = await signIn(await anOwner(url));
			for (const absent of [foreign, song.id, "2147483647"]) {
				const answers = [
					await client.get(`/api/playlists/${absent}`),
					await client.patch(`/api/playlists/${absent}`, { name: "Mine now" }),
					await client.delete(`/api/playlists/${absent}`),
				];
				for (const { status, body } of answers) expect([status, body]).toEqual([404, failure("Playlist not found")]);
			}
			const left = await new Client(url, { authorization: `Bearer ${theirs.token}` }).get(`/api/playlists/${foreign}`);
			expect(left.body).toMatchObject({ data: { name: "Theirs", songs: [{ id: song.id }] } });
		});
	});

	test("a song that is foreign, unknown, malformed, a playlist or there twice is 400, and nothing changes", async () => {
		const owner = await anOwner(url);
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const [mine, other] = [await owner.upload(), await owner.upload()];
		const foreign = await (await Account.signUp(url)).upload();
		const before = await owner.playlist("Before", [mine]);
		const path = `/api/playlists/${before.id}`;
		const made = async () => (await client.get<{ data: unknown[] }>("/api/playlists")).body.data.length;
		const count = await made();

		const wrong = [foreign.id, before.id, "2147483647", "0", "-1", "1e3", "../1", "", "999999999999999999999", "\u0000", 0, -1, 1.5];
		for (const [songs, words] of [
			...wrong.map((song) => [[other.id, song], notMine] as const),
			[[mine.id, mine.id], twice] as const,
			[[mine.id, Number(mine.id)], twice] as const,
		]) {
			const changed = await client.patch(path, { name: "After", songs });
			expect([changed.status, changed.body], JSON.stringify(songs)).toEqual([400, words]);
			const created = await client.post("/api/playlists", { name: "New", songs });
			expect([created.status, created.body], JSON.stringify(songs)).toEqual([400, words]);
		}
		expect((await client.get(path)).body).toMatchObject({ data: { name: "Before", songs: [{ id: mine.id }] } });
		expect(await made()).toBe(count);
	});

	test("a deleted song leaves the playlists it was in, and the order of the others stays", async () => {
		const owner = await anOwner(url);
		const songs = [await owner.upload({ title: "A" }), await owner.upload({ title: "B" }), await owner.upload({ title: "C" })];
		const playlist = await owner.playlist("Three", songs);
		await owner.fetch(`/api/songs/${songs[1]?.id}`, { method: "DELETE" });
		const { body } = await new Client(url, { authorization: `Bearer ${owner.token}` }).get<One>(`/api/playlists/${playlist.id}`);
		expect(body.data.songs.map((song) => song.title)).toEqual(["A", "C"]);
	});

	test("a library may be large: more songs in a playlist, and more playlists, than a statement of the database takes values", async () => {
		const owner = await Account.signUp(url);
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
			INSERT INTO Item (ownerId, kind, title, content, createdAt, updatedAt)
			SELECT ?, ?, 'Item ' || i, '{}', '2026-01-01T00:00:00.000+00:00', '2026-01-01T00:00:00.000+00:00' FROM n`;
		await change(lane, many, owner.user.id, "song");
		await change(lane, many, owner.user.id, "playlist");
		const all = await client.get<{ data: Song[] }>("/api/songs");
		const songs = all.body.data.map((song) => song.id);
		expect(songs).toHaveLength(1_200);

		const made = await client.post<One>("/api/playlists", { name: "All", songs });
		expect([made.status, made.body.data.songs.map((song) => song.id)]).toEqual([201, songs]);
		const turned = await client.patch<One>(`/api/playlists/${made.body.data.id}`, { songs: songs.toReversed() });
		expect([turned.status, turned.body.data.songs.map((song) => song.id)]).toEqual([200, songs.toReversed()]);
		expect((await client.get<{ data: unknown[] }>("/api/playlists")).body.data).toHaveLength(1_201);
		const { shareId } = await owner.share("playlist", made.body.data.id);
		const shown = await new Client(url).get<{ data: { content: One["data"] } }>(`/api/share/${shareId}`);
		expect(shown.body.data.content.songs).toHaveLength(1_200);
	});

	test.each([
		["GET", "/api/playlists"],
		["POST", "/api/playlists"],
		["GET", "/api/playlists/1"],
		["PATCH", "/api/playlists/1"],
		["DELETE", "/api/playlists/1"],
		["GET", "/api/playlists/no-id"],
	])("without credentials %s %s is 401, before the body is looked at", async (method, path) => {
		for (const headers of [{}, ...nobodys]) {
			for (const body of method === "GET" ? [undefined] : [undefined, "{not json", '{"name":7}']) {
				const { status, ...answer } = await new Client(url, headers).ask(method, path, {
					headers: { "content-type": "application/json" },
					body,
				});
				expect([status, answer.body]).toEqual([401, signedOut]);
			}
		}
	});
});
