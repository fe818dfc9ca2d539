import { describe, expect, test } from "vitest";
import { Account, type Song } from "../support/account";
import { Client } from "../support/client";
import { nobodys, waysIn } from "../support/credentials";
import { look } from "../support/database";
import { lanes } from "../support/lanes";
import { date, id, nativeError } from "./shapes";

type Listed = { id: string; kind: string; title: string; thumbnail: string | null; updatedAt: string; shares: number };
type Page = { items: Listed[]; nextCursor: string | null };
type Sample = { items: { id: string; kind: string; title: string }[] };

const asOwner = ({ url, token }: Account) => new Client(url, { authorization: `Bearer ${token}` });
const titles = (page: Page) => page.items.map((item) => item.title);
const signedOut = nativeError("unauthorized", "Authentication required");

describe.each(lanes)("everything one has on $name", (lane) => {
	const { url } = lane;

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("is one list, newest first, with the number of its links", async () => {
			const account = await Account.signUp(url);
			const song = await account.upload({ title: "Northbound", artist: "Mira Holt" });
			const playlist = await account.playlist("Night drive", [song]);
			await account.share("playlist", playlist.id);
			const { shareId } = await account.share("song", song.id);
			await account.fetch(`/api/share/${shareId}`, { method: "DELETE" });
			const { status, body } = await (await signIn(account)).get<Page>("/api/items");
			const listed = { thumbnail: null, updatedAt: date };
			expect([status, body]).toEqual([
				200,
				{
					items: [
						{ id: playlist.id, kind: "playlist", title: "Night drive", note: "", shares: 1, ...listed },
						{ id: song.id, kind: "song", title: "Northbound", note: "Mira Holt", shares: 0, ...listed },
					],
					nextCursor: null,
				},
			]);
		});
	});

	test("is found by kind, words without case and accents, and artist; sorted three ways", async () => {
		const account = await Account.signUp(url);
		const client = asOwner(account);
		const songs: Song[] = [];
		for (const title of ["Song 10", "song 9", "Deja vu", "Anderung"]) songs.push(await account.upload({ title, artist: "Beyonce" }));
		await client.patch(`/api/songs/${songs[3]?.id}`, { title: "Änderung" });
		await client.patch(`/api/songs/${songs[2]?.id}`, { title: "Déjà vu", artist: "Beyoncé" });
		await account.playlist("Song book", []);
		await Account.signUp(url).then((other) => other.upload({ title: "Song of somebody else" }));
		const asked: [string, string[]][] = [
			["", ["Song book", "Änderung", "Déjà vu", "song 9", "Song 10"]],
			["?kind=playlist", ["Song book"]],
			["?kind=song&q=SONG", ["song 9", "Song 10"]],
			["?q=song", ["Song book", "song 9", "Song 10"]],
			["?q=deja%20BEYONCE", ["Déjà vu"]],
			["?q=nothing%20of%20that", []],
			["?q=%25", []],
			["?sort=title", ["Änderung", "Déjà vu", "song 9", "Song 10", "Song book"]],
			["?sort=updated&kind=song", ["Déjà vu", "Änderung", "song 9", "Song 10"]],
		];
		for (const [query, expected] of asked) {
			const { status, body } = await client.get<Page>(`/api/items${query}`);
			expect([status, titles(body)], query).toEqual([200, expected]);
		}
	});

	test.each(["newest", "updated", "title"])("is read page by page, sorted by %s, though things come and go meanwhile", async (sort) => {
		const account = await Account.signUp(url);
		const client = asOwner(account);
		const made: string[] = [];
		for (const title of ["a", "b", "B", "c", "d", "e"]) made.push((await account.playlist(title, [])).id);
		const seen: string[] = [];
		let cursor: string | null = null;
		for (let page = 0; page === 0 || cursor; page++) {
			const { status, body }: { status: number; body: Page } = await client.get<Page>(
				`/api/items?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ""}`,
			);
			expect(status).toBe(200);
			seen.push(...body.items.map((item) => item.id));
			cursor = body.nextCursor;
			if (page === 0) {
				// The last one shown goes, and a new one comes in front.
				await client.delete(`/api/playlists/${seen[1]}`);
				await account.playlist("A first one", []);
			}
		}
		const expected = sort === "title" ? [made[0], made[2], made[1], made[3], made[4], made[5]] : made.toReversed();
		expect(seen).toEqual(expected);
	});

	test.each([
		["kind=movie", "kind"],
		["sort=random", "sort"],
		["limit=0", "limit"],
		["limit=201", "limit"],
		["limit=ten", "limit"],
		["cursor=x", "cursor"],
		["cursor=", "cursor"],
		["sort=title&cursor=WzAsMV0", "cursor"],
		[`q=${"x".repeat(201)}`, "q"],
	])("does not take %s", async (query, field) => {
		const { status, body } = await asOwner(await Account.signUp(url)).get(`/api/items?${query}`);
		const words = expect.any(String) as unknown;
		expect([status, body]).toEqual([400, nativeError("bad_input", words, { fields: { [field]: words } })]);
	});

	test("without credentials nothing is 401, and other verbs are 405", async () => {
		for (const headers of [{}, ...nobodys]) {
			const client = new Client(url, headers);
			for (const { status, body } of [await client.get("/api/items"), await client.post("/api/items/sample")])
				expect([status, body]).toEqual([401, signedOut]);
		}
		for (const [method, path, allow] of [
			["PUT", "/api/items", "GET, HEAD, POST, OPTIONS"],
			["GET", "/api/items/sample", "POST, OPTIONS"],
		] as const) {
			const { status, headers } = await new Client(url).ask(method, path);
			expect([status, headers.allow]).toEqual([405, allow]);
		}
	});
});

describe.each(lanes)("sample content on $name", (lane) => {
	const { url } = lane;

	test("is a playlist and its songs, which play; a second click adds nothing", async () => {
		const account = await Account.signUp(url);
		const client = asOwner(account);
		const first = await client.post<Sample>("/api/items/sample");
		expect(first.status).toBe(201);
		const [playlist, ...songs] = first.body.items;
		expect(playlist).toEqual({ id, kind: "playlist", title: "Night drive" });
		expect(songs).toHaveLength(5);
		for (const song of songs) {
			expect(song).toEqual({ id, kind: "song", title: expect.any(String) as unknown });
			const whole = await client.get<{ data: { artist: string; duration: number } }>(`/api/songs/${song.id}`);
			expect(whole.body.data.artist).toBe("Mira Holt");
			const sound = await client.get(`/api/songs/${song.id}/stream`);
			expect([sound.status, sound.headers["content-type"]]).toEqual([200, "audio/wav"]);
			expect(sound.bytes.length / 48_000).toBeCloseTo(whole.body.data.duration, 2);
		}
		const inside = await client.get<{ data: { songs: Song[] } }>(`/api/playlists/${playlist?.id}`);
		expect(inside.body.data.songs.map((song) => song.id)).toEqual(songs.map((song) => song.id));

		const second = await client.post<Sample>("/api/items/sample");
		expect([second.status, second.body]).toEqual([200, first.body]);
		expect(await look(lane, "SELECT count(*) FROM Item WHERE ownerId = ?", account.user.id)).toBe(6);
	});

	test("two clicks at once make one of each, and other accounts have their own", async () => {
		const [account, other] = [await Account.signUp(url), await Account.signUp(url)];
		const clicks = await Promise.all([account, account, other, account].map((each) => asOwner(each).post<Sample>("/api/items/sample")));
		expect(clicks.map(({ status }) => status).sort()).toEqual([200, 200, 201, 201]);
		for (const { user } of [account, other]) {
			expect(await look(lane, "SELECT count(*) FROM Item WHERE ownerId = ?", user.id)).toBe(6);
			expect(await look(lane, "SELECT count(*) FROM Blob WHERE ownerId = ?", user.id)).toBe(5);
		}
	});

	test("what was deleted comes anew, what was changed stays", async () => {
		const account = await Account.signUp(url);
		const client = asOwner(account);
		const [playlist, song] = (await client.post<Sample>("/api/items/sample")).body.items;
		await client.patch(`/api/playlists/${playlist?.id}`, { name: "Mine now" });
		await client.delete(`/api/songs/${song?.id}`);
		const again = await client.post<Sample>("/api/items/sample");
		expect(again.status).toBe(201);
		expect(again.body.items[0]).toEqual({ ...playlist, title: "Mine now" });
		expect(again.body.items[1]).toMatchObject({ title: song?.title });
		expect(again.body.items[1]?.id).not.toBe(song?.id);
	});
});
