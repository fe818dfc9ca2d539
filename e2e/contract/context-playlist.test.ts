import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { hotLanes } from "../support/lanes";
import { failure } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

type Shown = { data: { contextPlaylist?: { name: string; songs: object[] } } };

const as = (owner: Account) => new Client(owner.url, { authorization: `Bearer ${owner.token}` });

describe.each(hotLanes)("a song's link with its playlist on $name", ({ url }) => {
	async function withContext() {
		const shared = await sharePlaylist(url, { songs: 3, owner: await Account.signUp(url) });
		const song = songAt(shared.songs, 2);
		const { shareId } = await shared.owner.share("song", song, { contextPlaylistId: shared.playlist.id });
		const shown = async () => (await new Client(url).get<Shown>(`/api/share/${shareId}`)).body.data.contextPlaylist;
		return { ...shared, song, link: shareId, shown, client: as(shared.owner) };
	}

	test("shows the playlist with all its songs, of which one plays", async () => {
		const { link, song, songs, playlist, shown } = await withContext();
		const { body } = await new Client(url).get(`/api/share/${link}`);
		expect(body).toMatchObject({ data: { type: "song", content: { id: song } } });
		const listed = (title: string, place: number) => ({
			id: songAt(songs, place),
			youtubeId: null,
			title,
			artist: "Mira Holt",
			duration: 0.1,
			thumbnail: null,
		});
		expect(await shown()).toEqual({
			id: playlist.id,
			name: "Night drive",
			thumbnail: null,
			songs: [listed("Song 1", 1), listed("Song 2", 2), listed("Song 3", 3)],
		});
		const visitor = await Visitor.begin(url, link);
		expect((await visitor.play(songAt(songs, 1))).body).toEqual(failure("Song is not part of this share"));
		expect((await visitor.play(song)).status).toBe(200);
		const other = as(await Account.signUp(url));
		expect((await other.get(`/api/share/${link}/stream/${songAt(songs, 1)}`)).status).toBe(404);
	});

	test("keeps it until it is given another or none", async () => {
		const { client, owner, song, playlist, shown } = await withContext();
		const again = await client.post<{ data: object }>(`/api/share/song/${song}`);
		expect(again.status).toBe(200);
		expect((await shown())?.name).toBe("Night drive");
		const other = await owner.playlist("Morning", [{ id: song, title: "", artist: "", duration: null }]);
		await client.post(`/api/share/song/${song}`, { contextPlaylistId: other.id });
		expect((await shown())?.name).toBe("Morning");
		await client.post(`/api/share/song/${song}`, { contextPlaylistId: null });
		expect(await shown()).toBeUndefined();
		expect((await client.get(`/api/playlists/${playlist.id}`)).status).toBe(200);
	});

	test("shows it only as long as the song stands in it", async () => {
		const { client, song, songs, playlist, shown } = await withContext();
		await client.patch(`/api/playlists/${playlist.id}`, { songs: [songAt(songs, 1)] });
		expect(await shown()).toBeUndefined();
		await client.patch(`/api/playlists/${playlist.id}`, { songs: [song] });
		expect((await shown())?.songs).toHaveLength(1);
		await client.delete(`/api/playlists/${playlist.id}`);
		expect(await shown()).toBeUndefined();
	});

	test("takes none but the owner's playlist that has the song, and changes nothing else", async () => {
		const { client, song, songs, shown } = await withContext();
		const stranger = await sharePlaylist(url, { songs: 1 });
		const empty = await client.post<{ data: { id: string } }>("/api/playlists", { name: "Empty" });
		for (const wrong of [stranger.playlist.id, empty.body.data.id, songAt(songs, 1), "999999999", "x", 0, true, {}, []]) {
			const { status, body } = await client.post(`/api/share/song/${song}`, { contextPlaylistId: wrong });
			expect([status, body]).toMatchObject([400, { success: false, error: expect.stringContaining("contextPlaylistId") as unknown }]);
		}
		expect((await shown())?.name).toBe("Night drive");
	});

	test("a refused one makes no link", async () => {
		const owner = await Account.signUp(url);
		const song = await owner.upload({ seconds: 0.1 });
		expect((await as(owner).post(`/api/share/song/${song.id}`, { contextPlaylistId: "7" })).status).toBe(400);
		expect((await as(owner).get("/api/shares")).body).toEqual({ shares: [], nextCursor: null });
	});
});
