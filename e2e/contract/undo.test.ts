import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { nativeError } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

type Shown = { data: { content: { songs: { id: string }[] } } };

const as = (owner: Account) => new Client(owner.url, { authorization: `Bearer ${owner.token}` });

describe.each(lanes)("taking a deletion back on $name", ({ url }) => {
	test("a song comes back into its playlists, with its link, its counts and its sound", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 2, owner: await Account.signUp(url) });
		const client = as(owner);
		const song = songAt(songs, 1);
		const link = await owner.share("song", song);
		const visitor = await Visitor.begin(url, link.shareId);
		const stream = await visitor.granted(song);
		const shown = async () => (await new Client(url).get<Shown>(`/api/share/${shareId}`)).body.data.content.songs.map(({ id }) => id);

		expect((await client.delete(`/api/songs/${song}`)).status).toBe(200);
		expect((await client.get(`/api/songs/${song}`)).status).toBe(404);
		expect((await client.get(`/api/songs/${song}/stream`)).status).toBe(404);
		expect((await new Client(url).get(stream)).status).toBe(404);
		expect((await new Client(url).get(`/api/share/${link.shareId}`)).status).toBe(404);
		expect(await shown()).toEqual([songAt(songs, 2)]);
		expect((await client.delete(`/api/songs/${song}`)).status).toBe(404);
		expect((await client.patch(`/api/songs/${song}`, { title: "New" })).status).toBe(404);
		expect((await client.post(`/api/share/song/${song}`)).status).toBe(404);

		expect((await client.post(`/api/items/${song}/restore`)).status).toBe(204);
		expect((await client.post(`/api/items/${song}/restore`)).status).toBe(204);
		expect(await shown()).toEqual([song, songAt(songs, 2)]);
		expect((await new Client(url).get(stream)).status).toBe(200);
		expect((await client.get(`/api/songs/${song}`)).body).toMatchObject({ data: { playCount: 1 } });
		const again = await client.post<{ data: { shareId: string } }>(`/api/share/song/${song}`);
		expect([again.status, again.body.data.shareId]).toEqual([200, link.shareId]);
	});

	test("a playlist comes back with its songs and its link", async () => {
		const { owner, playlist, shareId } = await sharePlaylist(url, { songs: 2, owner: await Account.signUp(url) });
		const client = as(owner);
		await client.delete(`/api/playlists/${playlist.id}`);
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(404);
		await client.post(`/api/items/${playlist.id}/restore`);
		expect((await new Client(url).get(`/api/share/${shareId}`)).body).toMatchObject({ data: { content: { songs: [{}, {}] } } });
	});

	test("a link that was turned off before stays off", async () => {
		const { owner, playlist, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const client = as(owner);
		await client.delete(`/api/share/${shareId}`);
		await client.delete(`/api/playlists/${playlist.id}`);
		await client.post(`/api/items/${playlist.id}/restore`);
		expect((await client.get(`/api/playlists/${playlist.id}`)).status).toBe(200);
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(404);
	});

	test("a link that is ended while its playlist is deleted stays off", async () => {
		const { owner, playlist, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const client = as(owner);
		const { shares } = (await client.get<{ shares: { id: string }[] }>("/api/shares")).body;
		await client.delete(`/api/playlists/${playlist.id}`);
		expect((await client.get("/api/shares?state=ended")).body).toMatchObject({ shares: [{ code: shareId, item: null }] });
		expect((await client.delete(`/api/shares/${shares[0]?.id}`)).status).toBe(204);
		await client.post(`/api/items/${playlist.id}/restore`);
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(404);
	});

	test("only its owner takes it back; unknown and malformed ones are as absent", async () => {
		const owner = await Account.signUp(url);
		const song = await owner.upload({ seconds: 0.1 });
		await as(owner).delete(`/api/songs/${song.id}`);
		const stranger = as(await Account.signUp(url));
		for (const id of [song.id, "999999999", "x", "0"]) {
			const { status, body } = await stranger.post(`/api/items/${id}/restore`);
			expect([status, body]).toEqual([404, nativeError("not_found", "Not found")]);
		}
		expect((await as(owner).get(`/api/songs/${song.id}`)).status).toBe(404);
	});

	test("deleted and taken back by many at once it is either there or not, never half", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const client = as(owner);
		const song = songAt(songs, 1);
		const turns = Array.from({ length: 12 }, (_, turn) =>
			turn % 2 ? client.post(`/api/items/${song}/restore`) : client.delete(`/api/songs/${song}`),
		);
		const statuses = (await Promise.all(turns)).map(({ status }) => status);
		expect(statuses.every((status) => [200, 204, 404].includes(status))).toBe(true);
		await client.post(`/api/items/${song}/restore`);
		expect((await new Client(url).get(`/api/share/${shareId}`)).body).toMatchObject({ data: { content: { songs: [{ id: song }] } } });
	});
});
