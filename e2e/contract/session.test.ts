import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { strangers } from "../support/credentials";
import { change, moment, rows } from "../support/database";
import { hotLanes } from "../support/lanes";
import { failure, sessionId, success } from "./shapes";
import { type Data, type Session, sharePlaylist, songAt, Visitor } from "./visitor";

const fresh = { sessionId, playCount: 0, canPlayMore: true, hasReachedLimit: false };
describe.each(hotLanes)("a session on $name", (lane) => {
	const { url } = lane;

	describe.each(strangers)("of $who", ({ enter }) => {
		test("it begins, is taken up again, and says what it has played", async () => {
			const { songs, shareId } = await sharePlaylist(url, { songs: 3 });
			const client = await enter(url);
			const path = `/api/share/${shareId}/session`;

			const begun = await client.post<Data<Session>>(path);
			expect([begun.status, begun.body]).toEqual([201, success(fresh)]);
			const id = begun.body.data.sessionId;
			const anonymous = new Client(url);
			for (const song of [songAt(songs, 2), songAt(songs, 1)])
				await anonymous.post(`/api/share/${shareId}/play`, { sessionId: id, songId: song });

			const existing = await client.post(path, { existingSessionId: id });
			expect([existing.status, existing.body]).toEqual([
				200,
				success({ sessionId: id, playCount: 2, canPlayMore: true, hasReachedLimit: false }),
			]);
			const status = await client.get(`${path}/${id}`);
			expect([status.status, status.body]).toEqual([
				200,
				success({
					sessionId: id,
					playCount: 2,
					canPlayMore: true,
					hasReachedLimit: false,
					remainingPlays: 1,
					songsPlayed: [songAt(songs, 2), songAt(songs, 1)],
				}),
			]);

			await anonymous.post(`/api/share/${shareId}/play`, { sessionId: id, songId: songAt(songs, 3) });
			const full = await client.post(path, { existingSessionId: id });
			expect(full.body).toEqual(success({ sessionId: id, playCount: 3, canPlayMore: false, hasReachedLimit: true }));
		});

		test("on an unknown link there is none", async () => {
			const { status, body } = await (await enter(url)).post("/api/share/0123456789abcdef/session");
			expect([status, body]).toEqual([404, failure("Share link not found")]);
			const read = await (await enter(url)).get(`/api/share/0123456789abcdef/session/${"a".repeat(32)}`);
			expect([read.status, read.body]).toEqual([404, failure("Share link not found")]);
		});
	});

	test("an id that is unknown, malformed, of another link or of another type begins a new one", async () => {
		const [{ shareId }, other] = [await sharePlaylist(url, { songs: 1 }), await sharePlaylist(url, { songs: 1 })];
		const foreign = await Visitor.begin(url, other.shareId);
		const ids = [foreign.sessionId, "a".repeat(32), "x", "", "../1", "\u0000", "x".repeat(5_000), 7, true, null, [], {}, ["a".repeat(32)]];
		for (const existingSessionId of ids) {
			const { status, body } = await new Client(url).post<Data<Session>>(`/api/share/${shareId}/session`, { existingSessionId });
			expect([status, body], JSON.stringify(existingSessionId).slice(0, 50)).toEqual([201, success(fresh)]);
			expect(body.data.sessionId).not.toBe(existingSessionId);
		}
	});

	test("an expired one is told so on its status and on play, and is not taken up", async () => {
		const { songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		await change(lane, "UPDATE Visit SET expiresAt = ? WHERE id = ?", moment(-1), visitor.sessionId);

		const expired = failure("Session has expired");
		const [play, status] = [await visitor.play(songAt(songs, 1)), await visitor.status()];
		expect([play.status, play.body]).toEqual([410, expired]);
		expect([status.status, status.body]).toEqual([410, expired]);
		const { body, ...answer } = await visitor.client.post<Data<Session>>(`/api/share/${shareId}/session`, {
			existingSessionId: visitor.sessionId,
		});
		expect([answer.status, body]).toEqual([201, success(fresh)]);
		expect(body.data.sessionId).not.toBe(visitor.sessionId);
	});

	test.each(["unknown", "of another link", "malformed"])("the status of one that is %s is 404", async (which) => {
		const [{ shareId }, other] = [await sharePlaylist(url, { songs: 1 }), await sharePlaylist(url, { songs: 1 })];
		const foreign = await Visitor.begin(url, other.shareId);
		const id = { unknown: "a".repeat(32), "of another link": foreign.sessionId, malformed: "A-session" }[which];
		const { status, body } = await new Client(url).get(`/api/share/${shareId}/session/${id}`);
		expect([status, body]).toEqual([404, failure("Session not found")]);
	});

	test("address and browser of a visitor are not kept in a form that can be read", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		const { body } = await new Client(url, { "user-agent": "A-very-special-browser" }).post<Data<Session>>(`/api/share/${shareId}/session`);
		const [row] = await rows(lane, "SELECT addressHash, userAgentHash FROM Visit WHERE id = ?", body.data.sessionId);
		const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
		expect(row).toEqual({ addressHash: hash, userAgentHash: hash });
	});
});
