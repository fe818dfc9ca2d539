import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { change, look, moment } from "../support/database";
import { lanes } from "../support/lanes";
import { asHeard, examples } from "./seed-003-examples";
import { blinding, type Made, scene, shared } from "./seed-003-scene";
import { failure, shareId, signedOut } from "./shapes";

/*
 * The document of family 003, from its first line to its last: each of its examples is brought about here and compared field by
 * field, value by value. Where our own contract differs from it on purpose, the contract wins:
 *   - ids are numbers in strings, not ObjectIds; a token of ours stands for the "JWT";
 *   - a link or session that is made is 201, one that is found 200;
 *   - `thumbnail` is a path on this server or, of a song from elsewhere, the address that came with it; null without a picture;
 *   - addresses and user agents are kept as salted hashes only; a session is 24 hours long whatever happens in it;
 *   - the dialog of the gate opens when the third song ends or a fourth is tried, later than "immediately".
 *
 * | section of the document        | where its lines are tested                                                                   |
 * |--------------------------------|----------------------------------------------------------------------------------------------|
 * | Overview, Base URL             | here; three songs: play.test.ts, parallel-plays.test.ts, e2e/gate.spec.ts                    |
 * | 1. Create Playlist Share       | here; create-link.test.ts, parallel-links.test.ts                                            |
 * | 2. Create Song Share           | here; create-link.test.ts, youtube-songs.test.ts                                             |
 * | 3. Get Shared Content          | here; shared-content.test.ts, link-states.test.ts, counting.test.ts                          |
 * | 4. Initialize Session          | seed-003-sessions.test.ts; session.test.ts, limits.test.ts                                   |
 * | 5. Track Anonymous Song Play   | seed-003-sessions.test.ts; play.test.ts, idempotency.test.ts, signed-in-plays.test.ts        |
 * | 6. Check Session Status        | seed-003-sessions.test.ts; session.test.ts                                                   |
 * | 7. Delete Share Link           | here; end-link.test.ts, running-streams.test.ts                                              |
 * | 8. Get User's Shares           | here; my-links.test.ts                                                                       |
 * | "500 - Server error" of each   | seed-003-models.test.ts, on a server whose database broke                                    |
 * | Sharing Flow                   | here; e2e/owner.spec.ts                                                                      |
 * | Receiving Share Flow           | here (calls); e2e/listening.spec.ts, e2e/gate.spec.ts, e2e/seed-003.spec.ts (pages)          |
 * | Song Share Special Case        | context-playlist.test.ts; its page in the player's end-to-end tests                          |
 * | Share Model                    | seed-003-models.test.ts, column by column                                                    |
 * | AnonymousSession Model         | seed-003-models.test.ts, column by column                                                    |
 * | Notes 1, 3, 5 (pages)          | e2e/seed-003.spec.ts, e2e/gate.spec.ts                                                       |
 * | Notes 2, 4, 6, 7               | seed-003-sessions.test.ts, seed-003-models.test.ts                                           |
 * | Testing the Implementation     | seed-003-models.test.ts                                                                      |
 */

describe.each(lanes)("the document of family 003 on $name", (lane) => {
	const { url } = lane;
	const nobody = new Client(url);

	describe("1. Create Playlist Share", () => {
		test("makes the link, and returns the existing one", async () => {
			const { owner, playlist, own } = await scene(lane);
			const { status, body } = await owner.post<Made>(`/api/share/playlist/${playlist.id}`);
			const code = body.data.shareId;
			expect(status).toBe(201);
			expect(body).toMatchObject(
				Object(
					asHeard(
						examples.playlistShare,
						own({ a1b2c3d4e5f6g7h8: code, "http://localhost:3000/share/a1b2c3d4e5f6g7h8": `${url}/share/${code}` }),
					),
				),
			);
			expect(code).toEqual(shareId);
			const again = await owner.post(`/api/share/playlist/${playlist.id}`);
			expect([again.status, again.body]).toEqual([200, body]);
		});

		test("401, 403 and 404", async () => {
			const [{ playlist }, other] = [await scene(lane), await scene(lane)];
			const asked = async (client: Client, path: string) => {
				const { status, body } = await client.post(`/api/share/playlist/${path}`);
				return [status, body];
			};
			expect(await asked(nobody, playlist.id)).toEqual([401, signedOut]);
			expect(await asked(other.owner, playlist.id)).toEqual([403, failure("You can only share your own playlists")]);
			for (const absent of ["2147483647", "507f1f77bcf86cd799439013"])
				expect(await asked(other.owner, absent)).toEqual([404, failure("Playlist not found")]);
		});
	});

	describe("2. Create Song Share", () => {
		test.each(["id", "YouTube id"])("makes the link by the song's %s, and returns the existing one", async (by) => {
			const { owner, song, own } = await scene(lane);
			const path = `/api/share/song/${by === "id" ? song.id : blinding.youtubeId}`;
			const { status, body } = await owner.post<Made>(path);
			const code = body.data.shareId;
			expect(status).toBe(201);
			expect(body).toMatchObject(
				Object(
					asHeard(
						examples.songShare,
						own({ x9y8z7w6v5u4t3s2: code, "http://localhost:3000/share/x9y8z7w6v5u4t3s2": `${url}/share/${code}` }),
					),
				),
			);
			const again = await owner.post(`/api/share/song/${song.id}`);
			expect([again.status, again.body]).toEqual([200, body]);
		});

		test("401 and 404", async () => {
			const [{ song }, stranger] = [await scene(lane), await Account.signUp(url)];
			for (const absent of [song.id, blinding.youtubeId, "2147483647", "507f1f77bcf86cd799439015"]) {
				const out = await nobody.post(`/api/share/song/${absent}`);
				expect([out.status, out.body]).toEqual([401, signedOut]);
				const { status, body } = await (await byToken(stranger)).post(`/api/share/song/${absent}`);
				expect([status, body], absent).toEqual([404, failure("Song not found")]);
			}
		});
	});

	describe("3. Get Shared Content", () => {
		test("a playlist, and it is a view", async () => {
			const { playlist, playlistLink, own } = await shared(lane);
			await change(lane, "UPDATE Share SET viewCount = 14, playCount = 42 WHERE code = ?", playlistLink.shareId);
			await change(lane, "UPDATE Item SET playCount = 120 WHERE id = ?", playlist.id);
			const { status, body } = await nobody.get(`/api/share/${playlistLink.shareId}`);
			expect(status).toBe(200);
			expect(body).toMatchObject(Object(asHeard(examples.playlistContent, own({ a1b2c3d4e5f6g7h8: playlistLink.shareId }))));
		});

		test("a song, and it is a view", async () => {
			const { song, songLink, own } = await shared(lane);
			await change(lane, "UPDATE Share SET viewCount = 7, playCount = 23 WHERE code = ?", songLink.shareId);
			await change(lane, "UPDATE Item SET playCount = 1523 WHERE id = ?", song.id);
			const { status, body } = await nobody.get(`/api/share/${songLink.shareId}`);
			expect(status).toBe(200);
			expect(body).toMatchObject(Object(asHeard(examples.songContent, own({ x9y8z7w6v5u4t3s2: songLink.shareId }))));
		});

		test("404 and 410", async () => {
			const { playlistLink } = await shared(lane);
			for (const unknown of ["0123456789abcdef", "a1b2c3d4e5f6g7h8"]) {
				const { status, body } = await nobody.get(`/api/share/${unknown}`);
				expect([status, body]).toEqual([404, failure("Share link not found or has expired")]);
			}
			await change(lane, "UPDATE Share SET expiresAt = ? WHERE code = ?", moment(-1), playlistLink.shareId);
			const { status, body } = await nobody.get(`/api/share/${playlistLink.shareId}`);
			expect([status, body]).toEqual([410, failure("Share link has expired", { reason: "expired" })]);
		});
	});

	describe("7. Delete Share Link", () => {
		test("ends the link and keeps it for its counts", async () => {
			const { owner, playlistLink } = await shared(lane);
			await nobody.get(`/api/share/${playlistLink.shareId}`);
			const { status, body } = await owner.delete(`/api/share/${playlistLink.shareId}`);
			expect([status, body]).toEqual([200, examples.deleted]);
			expect(await look(lane, "SELECT viewCount FROM Share WHERE code = ? AND endedAt IS NOT NULL", playlistLink.shareId)).toBe(1);
			expect((await nobody.get(`/api/share/${playlistLink.shareId}`)).status).toBe(404);
		});

		test("401, 403 and 404", async () => {
			const [{ playlistLink }, stranger] = [await shared(lane), await byToken(await Account.signUp(url))];
			const path = `/api/share/${playlistLink.shareId}`;
			const out = await nobody.delete(path);
			expect([out.status, out.body]).toEqual([401, signedOut]);
			const foreign = await stranger.delete(path);
			expect([foreign.status, foreign.body]).toEqual([403, failure("You can only delete your own shares")]);
			const absent = await stranger.delete("/api/share/0123456789abcdef");
			expect([absent.status, absent.body]).toEqual([404, failure("Share not found")]);
		});
	});

	describe("8. Get User's Shares", () => {
		test("all of them, newest first, with what they share", async () => {
			const { owner, songLink, playlistLink, own } = await shared(lane);
			await change(lane, "UPDATE Share SET viewCount = 15, playCount = 42 WHERE code = ?", playlistLink.shareId);
			await change(lane, "UPDATE Share SET viewCount = 8, playCount = 23 WHERE code = ?", songLink.shareId);
			const { status, body } = await owner.get("/api/share/my/shares");
			expect(status).toBe(200);
			const codes = { a1b2c3d4e5f6g7h8: playlistLink.shareId, x9y8z7w6v5u4t3s2: songLink.shareId };
			expect(body).toMatchObject(Object(asHeard(examples.myShares, own(codes))));
		});

		test("401", async () => {
			const { status, body } = await nobody.get("/api/share/my/shares");
			expect([status, body]).toEqual([401, signedOut]);
		});
	});
});
