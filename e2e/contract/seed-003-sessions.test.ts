import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { change, look, moment, rows } from "../support/database";
import { hotLanes } from "../support/lanes";
import { asHeard, examples } from "./seed-003-examples";
import { type Scene, scene, shared, uploads } from "./seed-003-scene";
import { failure } from "./shapes";
import { type Data, type Session, Visitor } from "./visitor";

// Sections 4 to 6; seed-003.test.ts says where the others are.
describe.each(hotLanes)("the document of family 003 on $name", (lane) => {
	const { url } = lane;
	const nobody = new Client(url);

	describe("4. to 6. sessions and plays", () => {
		let made: Scene;
		let link: Awaited<ReturnType<typeof uploads>>;
		beforeAll(async () => {
			made = await scene(lane);
			link = await uploads(made, 4);
		});
		const place = (at: number) => link.songs[at - 1]?.id ?? "";

		test("from the first call to the refusal, in the document's words", async () => {
			const path = `/api/share/${link.shareId}`;
			const begun = await nobody.post<Data<Session>>(`${path}/session`, {});
			expect([begun.status, begun.body]).toEqual([201, asHeard(examples.newSession, made.own())]);
			const session = begun.body.data.sessionId;
			const own = made.own({
				a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6: session,
				"507f1f77bcf86cd799439015": place(1),
				"507f1f77bcf86cd799439016": place(2),
			});
			const play = async (at: number) => nobody.post(`${path}/play`, { sessionId: session, songId: place(at) });

			const first = await play(1);
			expect([first.status, first.body]).toMatchObject([200, examples.playAllowed]);
			expect((await play(2)).status).toBe(200);
			const existing = await nobody.post(`${path}/session`, { existingSessionId: session });
			expect([existing.status, existing.body]).toEqual([200, asHeard(examples.existingSession, own)]);
			const status = await nobody.get(`${path}/session/${session}`);
			expect([status.status, status.body]).toEqual([200, asHeard(examples.sessionStatus, own)]);
			const third = await play(3);
			expect([third.status, third.body]).toMatchObject([200, examples.playAtLimit]);
			for (const more of [4, 1]) {
				const refused = await play(more);
				expect([refused.status, refused.body]).toEqual([403, examples.playRefused]);
			}
		});

		test("a song from YouTube is played the same way, and has no stream of ours", async () => {
			const { song, playlistLink } = await shared(lane);
			const { status, body } = await (await Visitor.begin(url, playlistLink.shareId)).play(song.id);
			expect([status, body]).toMatchObject([200, examples.playAllowed]);
			expect(body.data.streamUrl ?? null).toBeNull();
		});

		test("4: 404; an optional id that is unknown begins a new session", async () => {
			const unknown = await nobody.post("/api/share/0123456789abcdef/session", {});
			expect([unknown.status, unknown.body]).toEqual([404, failure("Share link not found")]);
			const existingSessionId = "optional-existing-session-id-32-chars";
			const other = await nobody.post(`/api/share/${link.shareId}/session`, { existingSessionId });
			expect([other.status, other.body]).toEqual([201, asHeard(examples.newSession, made.own())]);
		});

		test("5: 400, 404 and 410", async () => {
			const visitor = await Visitor.begin(url, link.shareId);
			for (const body of [{}, { sessionId: visitor.sessionId }, { songId: place(1) }]) {
				const { status, body: said } = await nobody.post(`/api/share/${link.shareId}/play`, body);
				expect([status, said]).toEqual([400, failure("Session ID and Song ID are required")]);
			}
			const sessionId = "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6";
			const unknown = await nobody.post(`/api/share/${link.shareId}/play`, { sessionId, songId: place(1) });
			expect([unknown.status, unknown.body]).toEqual([404, failure("Session not found")]);
			await change(lane, "UPDATE Visit SET expiresAt = ? WHERE id = ?", moment(-1), visitor.sessionId);
			const expired = await visitor.play(place(1));
			expect([expired.status, expired.body]).toEqual([410, failure("Session has expired")]);
		});

		test("6: 404 and 410; note 4: a new session follows one that expired", async () => {
			const unknown = await nobody.get(`/api/share/${link.shareId}/session/a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6`);
			expect([unknown.status, unknown.body]).toEqual([404, failure("Session not found")]);
			const visitor = await Visitor.begin(url, link.shareId);
			await change(lane, "UPDATE Visit SET expiresAt = ? WHERE id = ?", moment(-1), visitor.sessionId);
			const expired = await visitor.status();
			expect([expired.status, expired.body]).toEqual([410, failure("Session has expired")]);
			const next = await nobody.post(`/api/share/${link.shareId}/session`, { existingSessionId: visitor.sessionId });
			expect([next.status, next.body]).toEqual([201, asHeard(examples.newSession, made.own())]);
		});

		test("note 6: every view counts on the link, every play on link and song", async () => {
			const { songs, shareId: code } = await uploads(made, 1);
			const song = songs[0]?.id ?? "";
			for (let view = 0; view < 3; view++) await nobody.get(`/api/share/${code}`);
			for (let listener = 0; listener < 2; listener++) await (await Visitor.begin(url, code)).granted(song);
			expect(await rows(lane, "SELECT viewCount, playCount FROM Share WHERE code = ?", code)).toEqual([{ viewCount: 3, playCount: 2 }]);
			expect(await look(lane, "SELECT playCount FROM Item WHERE id = ?", song)).toBe(2);
		});
	});
});
