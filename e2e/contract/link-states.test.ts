import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { waysIn } from "../support/credentials";
import { change, stored } from "../support/database";
import { hotLanes } from "../support/lanes";
import { failure, nativeError } from "./shapes";
import { type SharedPlaylist, sharePlaylist, songAt, Visitor } from "./visitor";

const day = 24 * 60 * 60 * 1000;
const tomorrow = new Date(Date.now() + day);
const yesterday = new Date(Date.now() - day);

const states = [
	{ state: "paused", column: "isActive", value: false, status: 404, text: "Share link not found", beside: {}, code: "share_not_found" },
	{
		state: "not open yet",
		column: "startsAt",
		value: stored(tomorrow),
		status: 403,
		text: "Share link is not open yet",
		beside: { opensAt: tomorrow.toISOString() },
		code: "share_not_open_yet",
	},
	{
		state: "expired",
		column: "expiresAt",
		value: stored(yesterday),
		status: 410,
		text: "Share link has expired",
		beside: { reason: "expired" },
		code: "share_expired",
	},
];

describe.each(hotLanes)("on $name", (lane) => {
	const { url } = lane;

	describe.each(states)("a link that is $state", ({ column, value, status, text, beside, code }) => {
		let shared: SharedPlaylist;
		let visitor: Visitor;
		let stream: string;
		beforeAll(async () => {
			shared = await sharePlaylist(url, { songs: 2 });
			visitor = await Visitor.begin(url, shared.shareId);
			stream = await visitor.granted(songAt(shared.songs, 1));
			await change(lane, `UPDATE Share SET ${column} = ? WHERE code = ?`, value, shared.shareId);
		});

		/** Every way to the link, as this caller. */
		const ways: [way: string, ask: (client: Client) => Promise<Heard>][] = [
			["its content", (client) => client.get(`/api/share/${shared.shareId}`)],
			["a new session", (client) => client.post(`/api/share/${shared.shareId}/session`)],
			["its session", (client) => client.post(`/api/share/${shared.shareId}/session`, { existingSessionId: visitor.sessionId })],
			["the session's status", (client) => client.get(`/api/share/${shared.shareId}/session/${visitor.sessionId}`)],
			["a play", (client) => play(client, 2)],
			["a replay", (client) => play(client, 1)],
			["a granted stream", (client) => client.get(stream)],
			["an altered grant", (client) => client.get(`${stream}x`)],
			["a stream without a grant", (client) => client.get(stream.replace(/\?.*/, ""))],
		];
		const play = (client: Client, place: number) =>
			client.post(`/api/share/${shared.shareId}/play`, { sessionId: visitor.sessionId, songId: songAt(shared.songs, place) });

		test.each(ways)("refuses %s in the same words, to strangers with and without an account", async (way, ask) => {
			const { token } = await Account.signUp(url);
			for (const client of [new Client(url), new Client(url, { authorization: `Bearer ${token}` })]) {
				const answer = await ask(client);
				const words = way === "its content" && status === 404 ? "Share link not found or has expired" : text;
				expect([answer.status, answer.body]).toEqual([status, failure(words, beside)]);
				expect(answer.bytes.toString(), "content stays withheld").not.toMatch(/Night drive|Song 1|Mira Holt/);
			}
		});

		test("refuses the page's own request", async () => {
			const answer = await new Client(url).post(`/api/open/${shared.shareId}`);
			expect([answer.status, answer.body]).toEqual([status, nativeError(code, text, beside)]);
		});

		test.each(waysIn)("lets its owner pass, with $way", async ({ signIn }) => {
			const owner = await signIn(shared.owner);
			expect((await owner.get(`/api/share/${shared.shareId}`)).status).toBe(200);
			expect((await owner.post(`/api/share/${shared.shareId}/session`)).status).toBe(201);
			expect((await play(owner, 2)).status).toBe(200);
			expect((await owner.get(`/api/share/${shared.shareId}/stream/${songAt(shared.songs, 1)}`)).status).toBe(200);
			expect((await owner.post(`/api/open/${shared.shareId}`)).status).toBe(204);
		});

		test("spends and counts nothing meanwhile", async () => {
			const owner = new Client(url, { authorization: `Bearer ${shared.owner.token}` });
			const { body } = await owner.get(`/api/share/${shared.shareId}`);
			expect(body).toMatchObject({ data: { share: { viewCount: 0, playCount: 1 } } });
		});
	});

	test("a paused link that is switched on again is as it was", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		const stream = await visitor.granted(songAt(songs, 1));
		await change(lane, "UPDATE Share SET isActive = FALSE WHERE code = ?", shareId);
		expect((await visitor.client.get(stream)).status).toBe(404);
		await change(lane, "UPDATE Share SET isActive = TRUE WHERE code = ?", shareId);
		expect((await visitor.client.get(stream)).status).toBe(200);
		expect((await visitor.status()).body).toMatchObject({ data: { playCount: 1 } });
	});

	test("a link that opened or has yet to expire is open", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		await change(lane, "UPDATE Share SET startsAt = ?, expiresAt = ? WHERE code = ?", stored(yesterday), stored(tomorrow), shareId);
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(200);
	});

	test("without a play limit there is always more to play, and nothing to count down", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 4 });
		await change(lane, "UPDATE Share SET playLimit = NULL WHERE code = ?", shareId);
		const visitor = await Visitor.begin(url, shareId);
		for (const song of songs) await visitor.granted(song.id);
		const { body } = await visitor.play(songAt(songs, 1));
		expect(body.data).toMatchObject({ playCount: 4, canPlayMore: true, hasReachedLimit: false, remainingPlays: null });
	});
});
