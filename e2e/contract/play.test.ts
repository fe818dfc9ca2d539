import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { change, moment } from "../support/database";
import { hotLanes } from "../support/lanes";
import { failure, streamUrl, success } from "./shapes";
import { anOwner, sharePlaylist, songAt, Visitor } from "./visitor";

const limitReached = failure("Play limit reached. Please create an account to continue listening.", { requiresAuth: true });
const missing = failure("Session ID and Song ID are required");

describe.each(hotLanes)("plays on $name", (lane) => {
	const { url } = lane;

	test("three different songs are granted, the fourth asks for an account", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 4 });
		const visitor = await Visitor.begin(url, shareId);
		for (const place of [1, 2, 3]) {
			const { status, body } = await visitor.play(songAt(songs, place));
			expect(status).toBe(200);
			expect(body).toEqual(
				success({
					playCount: place,
					canPlayMore: place < 3,
					hasReachedLimit: place === 3,
					remainingPlays: 3 - place,
					streamUrl: streamUrl(shareId, songAt(songs, place)),
				}),
			);
		}
		const refused = await visitor.play(songAt(songs, 4));
		expect([refused.status, refused.body]).toEqual([403, limitReached]);
	});

	test("a song's own link grants that song", async () => {
		const owner = await anOwner(url);
		const song = await owner.upload();
		const { shareId } = await owner.share("song", song.id);
		const { status, body } = await (await Visitor.begin(url, shareId)).play(song.id);
		expect(status).toBe(200);
		expect(body.data).toMatchObject({ playCount: 1, remainingPlays: 2, streamUrl: streamUrl(shareId, song.id) });
	});

	test("a song's number may come as a number", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const { client, sessionId } = await Visitor.begin(url, shareId);
		const { status } = await client.post(`/api/share/${shareId}/play`, { sessionId, songId: Number(songAt(songs, 1)) });
		expect(status).toBe(200);
	});

	test("a granted song is free to play again, until the limit is reached", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 3 });
		const visitor = await Visitor.begin(url, shareId);
		const plays = [1, 1, 2, 1, 2];
		const counts: number[] = [];
		for (const place of plays) counts.push((await visitor.play(songAt(songs, place))).body.data.playCount);
		expect(counts).toEqual([1, 1, 2, 2, 2]);
	});

	test("at the limit even a granted song is refused, while its grant goes on streaming", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 3 });
		const visitor = await Visitor.begin(url, shareId);
		const streams: string[] = [];
		for (const place of [1, 2, 3]) streams.push(await visitor.granted(songAt(songs, place)));
		for (const place of [1, 2, 3]) {
			const { status, body } = await visitor.play(songAt(songs, place));
			expect([status, body]).toEqual([403, limitReached]);
		}
		for (const stream of streams) expect((await visitor.client.get(stream)).status).toBe(200);
		expect((await visitor.status()).body).toMatchObject({
			data: { playCount: 3, remainingPlays: 0, songsPlayed: songs.map(({ id }) => id) },
		});
	});

	test("link, song and playlist count what was granted, and neither replays nor refusals", async () => {
		const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 4 });
		const visitor = await Visitor.begin(url, shareId);
		for (const place of [1, 1, 2, 3, 4, 1]) await visitor.play(songAt(songs, place));
		await (await Visitor.begin(url, shareId)).play(songAt(songs, 1));

		const asOwner = new Client(url, { authorization: `Bearer ${owner.token}` });
		expect((await asOwner.get(`/api/share/${shareId}`)).body).toMatchObject({
			data: { share: { playCount: 4 }, content: { playCount: 4 } },
		});
		const { body } = await asOwner.get<{ data: { songs: { playCount: number }[] } }>(`/api/playlists/${playlist.id}`);
		expect(body.data.songs.map((song) => song.playCount)).toEqual([2, 1, 1, 0]);
	});

	test("two sessions on one link have three plays each, and a song heard on one link is not heard on another", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 3 });
		const first = await Visitor.begin(url, shareId);
		for (const song of songs) await first.granted(song.id);
		const second = await Visitor.begin(url, shareId);
		expect((await second.play(songAt(songs, 1))).body.data).toMatchObject({ playCount: 1 });
		const other = await owner.share("playlist", (await owner.playlist("Again", songs)).id);
		expect((await (await Visitor.begin(url, other.shareId)).play(songAt(songs, 1))).body.data).toMatchObject({ playCount: 1 });
	});

	describe("what is refused first", () => {
		const unknownLink = "0123456789abcdef";
		const noSession = "a".repeat(32);

		test("missing or malformed fields, even on an unknown link", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
			const { sessionId } = await Visitor.begin(url, shareId);
			const song = songAt(songs, 1);
			const wrong = [7, true, null, [], {}, "", [sessionId]];
			const bodies = [
				undefined,
				{},
				{ sessionId },
				{ songId: song },
				...wrong.map((value) => ({ sessionId: value, songId: song })),
				...[true, null, [], {}, "", [song]].map((value) => ({ sessionId, songId: value })),
			];
			for (const code of [shareId, unknownLink]) {
				for (const body of bodies) {
					const answer = await new Client(url).post(`/api/share/${code}/play`, body);
					expect([answer.status, answer.body], JSON.stringify(body)).toEqual([400, missing]);
				}
			}
		});

		test("then the link, though session and song are unknown too", async () => {
			const { status, body } = await new Client(url).post(`/api/share/${unknownLink}/play`, { sessionId: noSession, songId: "1" });
			expect([status, body]).toEqual([404, failure("Share link not found")]);
			const { shareId } = await sharePlaylist(url, { songs: 1 });
			await change(lane, "UPDATE Share SET expiresAt = ? WHERE code = ?", moment(-1), shareId);
			const expired = await new Client(url).post(`/api/share/${shareId}/play`, { sessionId: noSession, songId: "1" });
			expect([expired.status, expired.body]).toEqual([410, failure("Share link has expired", { reason: "expired" })]);
		});

		test("then the session, though the song is of no such link", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
			const elsewhere = await Visitor.begin(url, (await sharePlaylist(url, { songs: 1 })).shareId);
			for (const sessionId of [noSession, elsewhere.sessionId, "x", "../1", "\u0000", "x".repeat(10_000), "' OR 1=1 --"]) {
				for (const songId of [songAt(songs, 1), "2147483647"]) {
					const { status, body } = await new Client(url).post(`/api/share/${shareId}/play`, { sessionId, songId });
					expect([status, body]).toEqual([404, failure("Session not found")]);
				}
			}
			const visitor = await Visitor.begin(url, shareId);
			await change(lane, "UPDATE Visit SET expiresAt = ? WHERE id = ?", moment(-1), visitor.sessionId);
			const { status, body } = await visitor.play("2147483647");
			expect([status, body]).toEqual([410, failure("Session has expired")]);
		});

		test("then the song, though no plays are left", async () => {
			const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 3 });
			const visitor = await Visitor.begin(url, shareId);
			for (const song of songs) await visitor.granted(song.id);
			const own = await owner.upload();
			for (const songId of [own.id, playlist.id, "2147483647", "999999999999999999999", "0", "-1", "1e3", "../1", "\u0000", "ab"]) {
				const { status, body } = await visitor.play(songId);
				expect([status, body], songId).toEqual([400, failure("Song is not part of this share")]);
			}
		});

		test("and a refused play spends nothing", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
			const visitor = await Visitor.begin(url, shareId);
			await visitor.play("2147483647");
			await visitor.client.post(`/api/share/${shareId}/play`, { sessionId: visitor.sessionId });
			expect((await visitor.status()).body).toMatchObject({ data: { playCount: 0, remainingPlays: 3, songsPlayed: [] } });
			expect((await visitor.play(songAt(songs, 1))).body.data).toMatchObject({ playCount: 1 });
		});
	});
});
