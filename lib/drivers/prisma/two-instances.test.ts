import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { at, hex, later, type Store, scene } from "@/lib/drivers/contracts/store-scene";
import type { Spent } from "@/lib/ports";
import { migratePostgres } from "./migrate-postgres";
import { openPostgres } from "./open-postgres";
import { prismaStore } from "./store";

/** Two processes in one: each store has its own connections and its own groups. */
describe.skipIf(!testPostgres())("two instances on one PostgreSQL", () => {
	let instances: Store[];
	const instance = (n: number): Store => instances[n % 2] as Store;
	const there = (): ReturnType<typeof scene> => scene(instance(0));
	const newVisit = (shareId: number) => ({ id: hex(16), shareId, addressHash: "a", userAgentHash: "u", expiresAt: later });
	const count = (spent: Spent[], outcome: Spent["outcome"]) => spent.filter((one) => one.outcome === outcome).length;

	beforeAll(async () => {
		const url = await freshDatabase();
		await migratePostgres(url, "prisma/migrations/postgresql");
		instances = [1, 2].map(() => prismaStore(openPostgres({ url, pool: 10, timeout: 4_000 }), "postgresql"));
	});

	test("200 songs played at once over both: exactly the limit is granted, on every one of ten visits", async () => {
		const shared = await there().published({ songs: 200 });
		const visits = await Promise.all(Array.from({ length: 10 }, () => instance(0).visits.create(newVisit(shared.share.id))));
		const all = visits.flatMap((visit) => shared.members.map((songId, n) => scene(instance(n)).spend({ ...shared, visit }, songId)));
		expect(count(await Promise.all(all), "granted")).toBe(30);
		expect((await instance(1).shares.counts(shared.share.id))?.playCount).toBe(30);
		for (const visit of visits) expect(await instance(1).visits.songsPlayed(visit.id)).toHaveLength(3);
	});

	test("one key on both at once gives one answer, and another body under it is told", async () => {
		const shared = await there().published({ songs: 2 });
		const [first = 0, second = 0] = shared.members;
		for (let round = 0; round < 20; round++) {
			const visit = await instance(0).visits.create(newVisit(shared.share.id));
			const twins = Array.from({ length: 8 }, (_, n) => scene(instance(n)).spend({ ...shared, visit }, n % 4 < 2 ? first : second, "k"));
			const spent = await Promise.all(twins);
			expect([count(spent, "granted"), count(spent, "mismatch")]).toEqual([4, 4]);
		}
	});

	test("one key of a signed-in listener on both at once counts one play", async () => {
		const { share, members, item } = await there().published();
		const [songId = 0] = members;
		for (let round = 1; round <= 20; round++) {
			const once = { scope: `user ${round}`, key: "k", bodyHash: "b", expiresAt: later };
			const play = { shareId: share.id, songId, collectionId: item.id, at, once };
			expect(new Set(await Promise.all([0, 1, 2, 3].map((n) => instance(n).counters.play(play))))).toEqual(new Set([true]));
			expect((await instance(0).shares.counts(share.id))?.playCount).toBe(round);
		}
	});

	test("views and plays of thirty links, counted on both in any order, stand in nobody's way and are all there", async () => {
		const links = await Promise.all(Array.from({ length: 30 }, () => there().published({ songs: 1, playLimit: null })));
		const work = Array.from({ length: 3_000 }, (_, n) => {
			const link = links[(n * 17) % 30] ?? links[0];
			const shareId = link?.share.id ?? 0;
			const { counters } = instance(n);
			if (n % 2 === 0) return counters.view({ shareId, at, referrer: `${n % 7}.example` });
			return counters.play({ shareId, songId: link?.members[0] ?? 0, collectionId: link?.item.id ?? null, at, once: null });
		});
		await Promise.all(work);
		const counts = await Promise.all(links.map(({ share }) => instance(0).shares.counts(share.id)));
		const sum = (all: (number | undefined)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0);
		expect([sum(counts.map((one) => one?.viewCount)), sum(counts.map((one) => one?.playCount))]).toEqual([1_500, 1_500]);
		const items = await Promise.all(links.map(({ item }) => instance(1).items.byId(item.id)));
		expect(sum(items.map((item) => item?.playCount))).toBe(1_500);
	});
});
