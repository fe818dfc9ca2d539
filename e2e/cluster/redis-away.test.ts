import { describe, expect, test } from "vitest";
import { Visitor } from "../contract/visitor";
import { Client } from "../support/client";
import { testPostgres, testRedis } from "../support/throw-away";
import { roomInThis } from "../support/time-window";
import { audit } from "./audit";
import { Load } from "./load";
import { longest, refusedWithinASecond, shaken, tally, timed, troubles } from "./reached";
import { reckon } from "./reckon";
import { type Link, videoLink } from "./scene";

const { stopped, killed, silent, slow } = troubles;

describe.skipIf(!testPostgres() || !testRedis())("two servers, when Redis", { timeout: 300_000 }, () => {
	const now = shaken();

	/** New visits of one address on a link, at both servers at once. */
	const begin = async ({ shareId }: Link, count: number) => {
		const from = { "x-forwarded-for": "192.0.2.99" };
		const begun = Array.from({ length: count }, (_, at) =>
			timed(new Client(now().turn(at)).post(`/api/share/${shareId}/session`, undefined, from)),
		);
		return tally(await Promise.all(begun));
	};

	async function gateIsExact({ songs, shareId }: Link): Promise<void> {
		const visitor = await Visitor.begin(now().pair.one.url, shareId, new Client(now().pair.one.url).elsewhere());
		const answers = await Promise.all(songs.map(({ id }, at) => timed(visitor.at(now().turn(at)).play(id))));
		expect(tally(answers)).toEqual({ 200: 3, 403: songs.length - 3 });
		await audit(now().place, shareId);
	}

	async function revokeIsSeen({ owner, songs, shareId }: Link): Promise<void> {
		const other = now().pair.other.url;
		const visitor = await Visitor.begin(other, shareId, new Client(other).elsewhere());
		const play = () => visitor.play(songs[0]?.id ?? "");
		expect((await play()).status).toBe(200);
		expect((await owner.fetch(`/api/share/${shareId}`, { method: "DELETE" })).ok).toBe(true);
		await refusedWithinASecond(play);
		expect((await timed(new Client(other).get(`/api/share/${shareId}`))).status).toBe(404);
	}

	test.each([stopped, killed, silent, slow])("$what: gate, counts, revoke and limits hold, and all is well afterwards", async (trouble) => {
		const { owner, memory, pair, recovered } = now();
		const links = await Promise.all([20, 1, 1, 1].map((songs) => videoLink(owner, songs)));
		const [gate, revoked, limited, revokedLater] = links as [Link, Link, Link, Link];
		const link = await videoLink(owner, 5);
		const load = new Load(pair.urls, link);
		await expect.poll(() => load.plays, { timeout: 60_000 }).toBeGreaterThan(20);
		await trouble.begin(memory);
		try {
			await gateIsExact(gate);
			await revokeIsSeen(revoked);
			await roomInThis("minute", 10);
			const statuses = await begin(limited, 60);
			// Each process counts by itself what they cannot count together: twice the budget at most, and never without end.
			expect(statuses[201]).toBeLessThanOrEqual(40);
			expect(statuses[429]).toBeGreaterThan(0);
			const before = load.plays;
			await expect.poll(() => load.plays, { timeout: 60_000 }).toBeGreaterThan(before + 20);
		} finally {
			await trouble.end(memory);
		}
		await recovered();
		const told = await load.end();
		// A machine with too much to do may make it a 503.
		expect([...told.statuses.keys()].filter((status) => ![200, 201, 204, 403, 503].includes(status))).toEqual([]);
		expect(told.longest).toBeLessThan(longest);
		await reckon(now().place, link, told);
		await revokeIsSeen(revokedLater);
		// Counted together again: not on the first visit, but soon.
		const together = async () => {
			const fresh = await videoLink(owner, 1);
			return begin(fresh, 30);
		};
		await expect.poll(together, { timeout: 60_000, interval: 500 }).toEqual({ 201: 20, 429: 10 });
	});
});
