import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { date, id, nativeError } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

type Link = { id: string; code: string; state: string; item: { title: string } | null };
type Links = { shares: Link[]; nextCursor: string | null };

const as = (owner: Account) => new Client(owner.url, { authorization: `Bearer ${owner.token}` });

/** Somebody with three links, newest first: to "Cedar", "Birch" and "Ålder". */
async function withLinks(url: string) {
	const owner = await Account.signUp(url);
	const songs = [];
	for (const title of ["Ålder", "Birch", "Cedar"]) {
		const song = await owner.upload({ seconds: 0.1 });
		await owner.send("PATCH", `/api/songs/${song.id}`, { title });
		songs.unshift(song);
	}
	for (const song of [...songs].reverse()) await owner.share("song", song.id);
	const client = as(owner);
	const list = async (query = "") => (await client.get<Links>(`/api/shares${query}`)).body;
	const titles = async (query = "") => (await list(query)).shares.map(({ item }) => item?.title);
	return { owner, client, songs, list, titles, links: (await list()).shares };
}

describe.each(lanes)("links by number on $name", ({ url }) => {
	test("one stands there with what it is to, its state, its policy and its counts", async () => {
		const { owner, playlist, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const { status, body } = await as(owner).get("/api/shares");
		const link = {
			id,
			code: shareId,
			url: `${url}/share/${shareId}`,
			kind: "playlist",
			item: { id: playlist.id, title: "Night drive", thumbnail: null },
			primary: true,
			personal: false,
			contextPlaylistId: null,
			snapshotAt: null,
			label: "",
			state: "live",
			policy: {
				isActive: true,
				startsAt: null,
				expiresAt: null,
				hasPassword: false,
				playLimit: 3,
				maxViews: null,
				allowEmails: [],
				allowDownload: false,
				allowIndexing: false,
			},
			openings: 0,
			waiting: [],
			version: 1,
			viewCount: 0,
			playCount: 0,
			lastAccessedAt: null,
			createdAt: date,
		};
		expect([status, body]).toEqual([200, { shares: [link], nextCursor: null }]);
		const [{ id: number } = { id: "" }] = (body as Links).shares;
		expect((await as(owner).get(`/api/shares/${number}`)).body).toEqual({ share: link });
	});

	test("they are found by words, kind and state, and sorted", async () => {
		const { client, titles, links } = await withLinks(url);
		expect(await titles()).toEqual(["Cedar", "Birch", "Ålder"]);
		expect(await titles("?sort=title")).toEqual(["Ålder", "Birch", "Cedar"]);
		expect(await titles("?q=alder")).toEqual(["Ålder"]);
		expect(await titles("?kind=playlist")).toEqual([]);
		await new Client(url).post(`/api/open/${links[1]?.code}`);
		expect(await titles("?sort=views&limit=1")).toEqual(["Birch"]);
		expect(await titles("?sort=opened&limit=1")).toEqual(["Birch"]);
		await client.patch(`/api/shares/${links[0]?.id}`, { isActive: false });
		expect(await titles("?state=paused")).toEqual(["Cedar"]);
		expect(await titles("?state=live")).toEqual(["Birch", "Ålder"]);
	});

	test("pages follow each other, also when a link is made in between", async () => {
		const { owner, titles, list } = await withLinks(url);
		const first = await list("?limit=2");
		expect(first.shares.map(({ item }) => item?.title)).toEqual(["Cedar", "Birch"]);
		await owner.share("song", (await owner.upload({ title: "Dogwood", seconds: 0.1 })).id);
		expect(await titles(`?limit=2&cursor=${first.nextCursor}`)).toEqual(["Ålder"]);
		expect((await list("?limit=4")).nextCursor).toBeNull();
	});

	test("and also when the last link of a page is paused", async () => {
		const { client, links, titles, list } = await withLinks(url);
		const first = await list("?limit=2&state=live&sort=title");
		await client.patch(`/api/shares/${links[1]?.id}`, { isActive: false });
		expect(await titles(`?limit=2&state=live&sort=title&cursor=${first.nextCursor}`)).toEqual(["Cedar"]);
	});

	test.each(["?limit=0", "?limit=x", "?state=lively", "?kind=room", "?sort=best", "?cursor=999999", `?q=${"a".repeat(201)}`])(
		"a question that makes no sense is 400: %s",
		async (query) => {
			const owner = await Account.signUp(url);
			const { status, body } = await as(owner).get(`/api/shares${query}`);
			expect([status, body]).toEqual([400, nativeError("bad_input", expect.any(String), { fields: expect.any(Object) as unknown })]);
		},
	);

	test("a paused link is gone for visitors and comes back with its counts", async () => {
		const { client, links } = await withLinks(url);
		const [link] = links;
		const look = async () => (await new Client(url).get(`/api/share/${link?.code}`)).status;
		expect(await look()).toBe(200);
		const paused = await client.patch(`/api/shares/${link?.id}`, { isActive: false, label: " For Ada " });
		expect([paused.status, paused.body]).toMatchObject([200, { share: { state: "paused", label: "For Ada", viewCount: 1 } }]);
		expect(await look()).toBe(404);
		await client.patch(`/api/shares/${link?.id}`, { isActive: true });
		expect(await look()).toBe(200);
	});

	test("several are paused at once, and resumed", async () => {
		const { client, links, titles } = await withLinks(url);
		const ids = links.slice(0, 2).map((link) => link.id);
		const { status, body } = await client.patch<Links>("/api/shares", { ids, isActive: false });
		expect([status, body.shares.map(({ state }) => state)]).toEqual([200, ["paused", "paused"]]);
		expect(await titles("?state=live")).toEqual(["Ålder"]);
		await client.patch("/api/shares", { ids, isActive: true });
		expect(await titles("?state=live")).toEqual(["Cedar", "Birch", "Ålder"]);
	});

	test("with a foreign or unknown one among them nothing changes", async () => {
		const { client, links, titles } = await withLinks(url);
		const stranger = await withLinks(url);
		for (const foreign of [stranger.links[0]?.id, "999999999", "x", 0]) {
			const { status } = await client.patch("/api/shares", { ids: [links[0]?.id, foreign], isActive: false });
			expect(status).toBe(400);
		}
		expect(await titles("?state=live")).toHaveLength(3);
		expect(await stranger.titles("?state=live")).toHaveLength(3);
	});

	test("an ended one takes no change, and is listed only when asked for", async () => {
		const { client, links, titles } = await withLinks(url);
		const [link] = links;
		expect((await client.delete(`/api/shares/${link?.id}`)).status).toBe(204);
		expect((await client.delete(`/api/shares/${link?.id}`)).status).toBe(204);
		expect((await new Client(url).get(`/api/share/${link?.code}`)).status).toBe(404);
		const { status, body } = await client.patch(`/api/shares/${link?.id}`, { isActive: true });
		expect([status, body]).toEqual([409, nativeError("share_ended", "This link has ended for good")]);
		expect((await client.patch("/api/shares", { ids: [link?.id], isActive: true })).status).toBe(409);
		expect(await titles()).toEqual(["Birch", "Ålder"]);
		expect(await titles("?state=ended")).toEqual(["Cedar"]);
	});

	test("somebody else's, an unknown and a malformed one are alike absent", async () => {
		const { links } = await withLinks(url);
		const client = as(await Account.signUp(url));
		for (const number of [links[0]?.id, "999999999", "0", "1e3", "x"]) {
			for (const [method, path] of [
				["GET", ""],
				["PATCH", ""],
				["DELETE", ""],
				["GET", "/stats"],
			] as const) {
				const { status, body } = await client.send(method, `/api/shares/${number}${path}`, method === "PATCH" ? {} : undefined);
				expect([status, body]).toEqual([404, nativeError("own_share_not_found", "Share not found")]);
			}
		}
	});

	test.each([
		["GET", "/api/shares"],
		["PATCH", "/api/shares"],
		["GET", "/api/shares/1"],
		["PATCH", "/api/shares/1"],
		["DELETE", "/api/shares/1"],
		["GET", "/api/shares/1/stats"],
		["POST", "/api/items/1/restore"],
	])("%s %s without credentials is 401", async (method, path) => {
		expect(await new Client(url).send(method, path)).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
	});

	test("a running stream ends when its link is paused", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const stream = await (await Visitor.begin(url, shareId)).granted(songAt(songs, 1));
		const client = as(owner);
		const [link] = (await client.get<Links>("/api/shares")).body.shares;
		expect((await new Client(url).get(stream)).status).toBe(200);
		await client.patch(`/api/shares/${link?.id}`, { isActive: false });
		expect((await new Client(url).get(stream)).status).toBe(404);
	});
});
