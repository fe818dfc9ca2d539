import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { alter, look, rows } from "../support/database";
import { lanes } from "../support/lanes";
import { ownServer, ways } from "./own-server";
import { type Made, scene, shared } from "./seed-003-scene";
import { failure, sessionId, shareId } from "./shapes";
import { type Data, type Session, Visitor } from "./visitor";

// What is kept, what breaks, and the document's own requests; seed-003.test.ts says where the others are.
describe.each(lanes)("the document of family 003 on $name", (lane) => {
	const { url } = lane;
	const nobody = new Client(url);

	describe("Database Models", () => {
		test("Share: every property is kept, and the cached words are the item's own", async () => {
			const { account, playlist, playlistLink } = await shared(lane);
			await nobody.get(`/api/share/${playlistLink.shareId}`);
			const [row] = await rows(
				lane,
				`SELECT code, kind, ownerId, itemId, viewCount, playCount, lastAccessedAt, isActive, expiresAt, createdAt, updatedAt
				FROM Share WHERE code = ?`,
				playlistLink.shareId,
			);
			const stored = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown;
			expect(row).toEqual({
				code: shareId,
				kind: "playlist",
				ownerId: account.user.id,
				itemId: Number(playlist.id),
				viewCount: 1,
				playCount: 0,
				lastAccessedAt: stored,
				isActive: 1,
				expiresAt: null,
				createdAt: stored,
				updatedAt: stored,
			});
		});

		test("AnonymousSession: 24 hours long, its songs apart, addresses as hashes only (note 7)", async () => {
			const { song, playlistLink } = await shared(lane);
			const visitor = await Visitor.begin(url, playlistLink.shareId);
			await visitor.play(song.id);
			const [row] = await rows<{ createdAt: string; expiresAt: string }>(
				lane,
				`SELECT v.id, code, v.playCount, addressHash, userAgentHash, v.createdAt, v.expiresAt
				FROM Visit v JOIN Share s ON s.id = v.shareId WHERE v.id = ?`,
				visitor.sessionId,
			);
			const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
			expect(row).toMatchObject({ id: sessionId, code: playlistLink.shareId, playCount: 1, addressHash: hash, userAgentHash: hash });
			const hours = (Date.parse(row?.expiresAt ?? "") - Date.parse(row?.createdAt ?? "")) / 3_600_000;
			expect(hours).toBeCloseTo(24, 2);
			expect(await look(lane, "SELECT songId FROM Play WHERE visitId = ?", visitor.sessionId)).toBe(Number(song.id));
		});
	});

	test("Testing the Implementation: the document's own requests", async () => {
		const { account, playlist, song } = await scene(lane);
		const authorization = `Bearer ${account.token}`;
		const json = { "content-type": "application/json" };
		const made = await nobody.ask<Made>("POST", `/api/share/playlist/${playlist.id}`, { headers: { authorization } });
		const code = made.body.data.shareId;
		expect((await nobody.ask("GET", `/api/share/${code}`)).status).toBe(200);
		const begun = await nobody.ask<Data<Session>>("POST", `/api/share/${code}/session`, { headers: json, body: "{}" });
		const body = `{"sessionId": "${begun.body.data.sessionId}", "songId": "${song.id}"}`;
		const played = await nobody.ask("POST", `/api/share/${code}/play`, { headers: json, body });
		expect([made.status, begun.status, played.status]).toEqual([201, 201, 200]);
		expect(made.body.data.shareUrl).toBe(`${url}/share/${code}`);
	});
});

describe.each(ways)("500 - Server error, on $name", { timeout: 40_000 }, (way) => {
	const server = ownServer(way);

	test("is the envelope without a stack, of each call", async () => {
		const account = await Account.signUp(server().url);
		const song = await account.upload({ seconds: 0.1 });
		const playlist = await account.playlist("Mine", [song]);
		await alter(server(), "ALTER TABLE Share RENAME TO Broken");
		const owner = await byToken(account);
		const path = "/api/share/0123456789abcdef";
		const session = "0123456789abcdef0123456789abcdef";
		const answers = [
			await owner.post(`/api/share/playlist/${playlist.id}`),
			await owner.post(`/api/share/song/${song.id}`),
			await owner.get(path),
			await owner.post(`${path}/session`, {}),
			await owner.post(`${path}/play`, { sessionId: session, songId: song.id }),
			await owner.get(`${path}/session/${session}`),
			await owner.delete(path),
			await owner.get("/api/share/my/shares"),
		];
		for (const { status, body } of answers) expect([status, body]).toEqual([500, failure("Something went wrong on our side")]);
	});
});
