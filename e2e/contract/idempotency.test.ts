import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { hotLanes } from "../support/lanes";
import { failure } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

const key = { "idempotency-key": "press-1" };
const mismatch = failure("This Idempotency-Key was used for another request");

describe.each(hotLanes)("an Idempotency-Key on $name", ({ url }) => {
	test("gives a retry its first answer, however much was played in between", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 4 });
		const visitor = await Visitor.begin(url, shareId);
		const first = await visitor.play(songAt(songs, 1), key);
		expect(first.body.data).toMatchObject({ playCount: 1, remainingPlays: 2 });
		for (const place of [2, 3]) await visitor.granted(songAt(songs, place));
		const retry = await visitor.play(songAt(songs, 1), key);
		expect([retry.status, retry.body]).toEqual([200, first.body]);
		expect((await visitor.status()).body).toMatchObject({ data: { playCount: 3 } });
	});

	test("repeats a refusal too", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 4 });
		const visitor = await Visitor.begin(url, shareId);
		for (const place of [1, 2, 3]) await visitor.granted(songAt(songs, place));
		const answers = [await visitor.play(songAt(songs, 4), key), await visitor.play(songAt(songs, 4), key)];
		expect(answers.map((answer) => answer.status)).toEqual([403, 403]);
		expect(answers[1]?.body).toEqual(answers[0]?.body);
	});

	test("is 422 with another song, which is not spent", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 2 });
		const visitor = await Visitor.begin(url, shareId);
		await visitor.play(songAt(songs, 1), key);
		const other = await visitor.play(songAt(songs, 2), key);
		expect([other.status, other.body]).toEqual([422, mismatch]);
		expect((await visitor.status()).body).toMatchObject({ data: { playCount: 1, songsPlayed: [songAt(songs, 1)] } });
	});

	test("is 422 with a song that the link does not have, and 400 under a fresh key", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const foreign = (await owner.upload({ seconds: 0.1 })).id;
		const visitor = await Visitor.begin(url, shareId);
		const guest = new Client(url, { authorization: `Bearer ${(await Account.signUp(url)).token}` });
		const asGuest = (songId: string, headers: Record<string, string>) => guest.post(`/api/share/${shareId}/play`, { songId }, headers);
		for (const play of [(songId: string, headers: Record<string, string>) => visitor.play(songId, headers), asGuest]) {
			expect((await play(songAt(songs, 1), key)).status).toBe(200);
			for (const other of [foreign, "no song"]) {
				const { status, body } = await play(other, key);
				expect([status, body]).toEqual([422, mismatch]);
				expect((await play(other, { "idempotency-key": `fresh ${other}` })).status).toBe(400);
			}
		}
	});

	test("belongs to one session on one link", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 2 });
		const other = await owner.share("playlist", (await owner.playlist("Again", songs)).id);
		await (await Visitor.begin(url, shareId)).play(songAt(songs, 1), key);
		for (const code of [shareId, other.shareId]) {
			const { status, body } = await (await Visitor.begin(url, code)).play(songAt(songs, 2), key);
			expect([status, body.data.playCount]).toEqual([200, 1]);
		}
	});

	test("of two keys for one song the second is a free replay", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		await visitor.play(songAt(songs, 1), key);
		const { body } = await visitor.play(songAt(songs, 1), { "idempotency-key": "press-2" });
		expect(body.data.playCount).toBe(1);
	});

	test("opens nothing: on a link that ended its answer is the link's", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		await visitor.play(songAt(songs, 1), key);
		await owner.fetch(`/api/share/${shareId}`, { method: "DELETE" });
		const { status, body } = await visitor.play(songAt(songs, 1), key);
		expect([status, body]).toEqual([404, failure("Share link not found")]);
	});

	test("that is too long to keep is 400", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		expect((await visitor.play(songAt(songs, 1), { "idempotency-key": "k".repeat(200) })).status).toBe(200);
		const { status, body } = await visitor.play(songAt(songs, 1), { "idempotency-key": "k".repeat(201) });
		expect([status, body]).toEqual([
			400,
			failure("Idempotency-Key: At most 200 characters", { fields: { "Idempotency-Key": "At most 200 characters" } }),
		]);
	});

	test("counts the play of somebody signed in once, under the account and not the session", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 2 });
		const listener = await Account.signUp(url);
		const other = await Account.signUp(url);
		const play = (account: Account, place: number, sessionId?: string) =>
			new Client(url, { authorization: `Bearer ${account.token}`, ...key }).post(`/api/share/${shareId}/play`, {
				sessionId,
				songId: songAt(songs, place),
			});
		const first = await play(listener, 1);
		expect(first.status).toBe(200);
		const retry = await play(listener, 1, "a".repeat(32));
		expect([retry.status, retry.body]).toEqual([200, first.body]);
		const mixed = await play(listener, 2);
		expect([mixed.status, mixed.body]).toEqual([422, mismatch]);
		expect((await play(other, 2)).status).toBe(200);
		expect((await new Client(url).get(`/api/share/${shareId}`)).body).toMatchObject({ data: { share: { playCount: 2 } } });
	});
});
