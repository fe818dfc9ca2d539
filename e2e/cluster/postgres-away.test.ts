import { describe, expect, test } from "vitest";
import { failure, nativeError } from "../contract/shapes";
import { Visitor } from "../contract/visitor";
import { Client, type Heard } from "../support/client";
import { testPostgres, testRedis } from "../support/throw-away";
import { audit } from "./audit";
import { Load } from "./load";
import { longest, refusedWithinASecond, shaken, tally, timed, troubles } from "./reached";
import { reckon } from "./reckon";
import { type Link, videoLink } from "./scene";

const { stopped, killed, silent, slow } = troubles;
const tryAgain = "Temporarily unavailable. Try again in a moment.";

describe.skipIf(!testPostgres() || !testRedis())("two servers, when PostgreSQL", { timeout: 300_000 }, () => {
	const now = shaken();

	/** Every answer is a calm 503 in the envelope of its family, and comes soon. */
	async function isCalm(url: string, { owner, songs, shareId }: Link, visitor: Visitor): Promise<void> {
		const client = new Client(url).elsewhere();
		const mine = new Client(url, { ...client.headers, authorization: `Bearer ${owner.token}` });
		const family = failure(tryAgain);
		const native = nativeError("unavailable", tryAgain);
		const credentials = { email: owner.user.email, password: owner.password };
		const asked: [way: string, asked: Promise<Heard>, body: unknown][] = [
			["content", client.get(`/api/share/${shareId}`), family],
			["session", client.post(`/api/share/${shareId}/session`), family],
			["status", visitor.at(url).status(), family],
			["play", visitor.at(url).play(songs[0]?.id ?? ""), family],
			["open", client.post(`/api/open/${shareId}`), native],
			["me", mine.get("/api/me"), native],
			["songs", mine.get("/api/songs"), family],
			["sign-in", client.post("/api/auth/token", credentials), native],
			["sign-up", client.post("/api/auth/signup", { ...credentials, email: "new@example.test", username: "newcomer" }), native],
		];
		for (const [way, ask, body] of asked) {
			const answer = await timed(ask);
			expect([way, answer.status, answer.body]).toEqual([way, 503, body]);
			expect(answer.headers["retry-after"]).toBe("1");
		}
		expect((await timed(client.get("/api/health/live"))).status).toBe(200);
		expect((await timed(client.get("/api/health/ready"))).status).toBe(503);
		for (const path of [`/share/${shareId}`, "/dashboard"]) {
			const page = await timed(new Client(url, { ...mine.headers, accept: "text/html" }).get<string>(path));
			expect([path, page.status]).toEqual([path, 503]);
			expect(page.body).toMatch(/try again/i);
			expect(page.body).not.toMatch(/prisma|postgres|ECONN|stack|digest/i);
		}
	}

	test.each([stopped, killed, silent])(
		"$what: every answer is a calm 503, nothing is lost, and all is well afterwards",
		async (trouble) => {
			const { owner, database, pair, recovered } = now();
			const link = await videoLink(owner, 5);
			const visitor = await Visitor.begin(pair.one.url, link.shareId, new Client(pair.one.url).elsewhere());
			const load = new Load(pair.urls, link);
			await expect.poll(() => load.plays, { timeout: 60_000 }).toBeGreaterThan(20);
			await trouble.begin(database);
			try {
				await Promise.all([...pair.urls, ...pair.urls].map((url) => isCalm(url, link, visitor)));
			} finally {
				await trouble.end(database);
			}
			await recovered();
			const before = load.plays;
			await expect.poll(() => load.plays, { timeout: 60_000 }).toBeGreaterThan(before + 20);
			const told = await load.end();
			expect([...told.statuses.keys()].sort()).toEqual([200, 201, 204, 403, 503]);
			expect(told.longest).toBeLessThan(longest);
			await reckon(now().place, link, told);
		},
	);

	test(`${slow.what}: what is answered in time is exact, the rest is a calm 503, and a revoke is seen within a second`, async () => {
		const { owner, database, pair, turn, recovered } = now();
		const [gate, revoked] = (await Promise.all([8, 1].map((songs) => videoLink(owner, songs)))) as [Link, Link];
		const visitor = await Visitor.begin(pair.one.url, gate.shareId, new Client(pair.one.url).elsewhere());
		const other = new Client(pair.other.url);
		const playAll = async () => tally(await Promise.all(gate.songs.map(({ id }, at) => timed(visitor.at(turn(at)).play(id)))));
		expect((await other.get(`/api/share/${revoked.shareId}`)).status).toBe(200);
		await slow.begin(database);
		try {
			const played = await playAll();
			expect(Object.keys(played).filter((status) => !["200", "403", "503"].includes(status))).toEqual([]);
			expect(played[200] ?? 0).toBeLessThanOrEqual(3);
			// Whoever is told to come again finds it done, perhaps.
			const end = async () => [200, 404].includes((await owner.fetch(`/api/share/${revoked.shareId}`, { method: "DELETE" })).status);
			await expect.poll(end, { timeout: 60_000 }).toBe(true);
			await refusedWithinASecond(() => other.get(`/api/share/${revoked.shareId}`));
		} finally {
			await slow.end(database);
		}
		await recovered();
		await playAll();
		expect((await audit(now().place, gate.shareId)).plays).toBe(3);
	});
});
