import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { waysIn } from "../support/credentials";
import { hotLanes } from "../support/lanes";
import { failure, success } from "./shapes";
import { type Data, type Played, sharePlaylist, songAt, Visitor } from "./visitor";

const counts = async (url: string, shareId: string, owner: Account) => {
	const { body } = await new Client(url, { authorization: `Bearer ${owner.token}` }).get<{ data: { share: { playCount: number } } }>(
		`/api/share/${shareId}`,
	);
	return body.data.share.playCount;
};

describe.each(hotLanes)("somebody signed in on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		const play = (client: Client, shareId: string, songId: string): Promise<Heard<Data<Played>>> =>
			client.post(`/api/share/${shareId}/play`, { songId });

		test("plays without a session and without a limit, and every play counts", async () => {
			const { owner, songs, shareId } = await sharePlaylist(url, { songs: 5 });
			const client = await signIn(await Account.signUp(url));
			for (const song of [...songs, ...songs]) {
				const { status, body } = await play(client, shareId, song.id);
				expect([status, body]).toEqual([
					200,
					success({
						playCount: 0,
						canPlayMore: true,
						hasReachedLimit: false,
						remainingPlays: null,
						streamUrl: `/api/share/${shareId}/stream/${song.id}`,
					}),
				]);
				expect((await client.get(body.data.streamUrl)).status).toBe(200);
			}
			expect(await counts(url, shareId, owner)).toBe(10);
		});

		test("needs no plays of a session: one that is used up is not looked at", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 4 });
			const visitor = await Visitor.begin(url, shareId);
			for (const place of [1, 2, 3]) await visitor.granted(songAt(songs, place));
			const client = await signIn(await Account.signUp(url));
			const { status } = await client.post(`/api/share/${shareId}/play`, { sessionId: visitor.sessionId, songId: songAt(songs, 4) });
			expect(status).toBe(200);
			expect((await visitor.status()).body).toMatchObject({ data: { playCount: 3 } });
		});

		test("still hears only what the link shares", async () => {
			const { owner, shareId } = await sharePlaylist(url, { songs: 1 });
			const other = await owner.upload();
			const client = await signIn(await Account.signUp(url));
			for (const songId of [other.id, "2147483647"]) {
				const { status, body } = await play(client, shareId, songId);
				expect([status, body]).toEqual([400, failure("Song is not part of this share")]);
			}
			const { status, body } = await client.get(`/api/share/${shareId}/stream/${other.id}`);
			expect([status, body]).toEqual([404, failure("Share link not found")]);
			const missing = await client.post(`/api/share/${shareId}/play`, {});
			expect([missing.status, missing.body]).toEqual([400, failure("Session ID and Song ID are required")]);
			const unknown = await play(client, "0123456789abcdef", other.id);
			expect([unknown.status, unknown.body]).toEqual([404, failure("Share link not found")]);
		});

		test("an owner's own plays are not counted", async () => {
			const { owner, songs, playlist, shareId } = await sharePlaylist(url, { songs: 1 });
			const client = await signIn(owner);
			const { status, body } = await play(client, shareId, songAt(songs, 1));
			expect([status, body.data.remainingPlays]).toEqual([200, null]);
			expect((await client.get(body.data.streamUrl)).status).toBe(200);
			expect(await counts(url, shareId, owner)).toBe(0);
			expect((await client.get(`/api/playlists/${playlist.id}`)).body).toMatchObject({ data: { playCount: 0, songs: [{ playCount: 0 }] } });
		});
	});
});
