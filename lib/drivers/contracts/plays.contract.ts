import { beforeAll, describe, expect, test } from "vitest";
import { at, hex, later, newUser, type Store, scene } from "./store-scene";

type Scene = ReturnType<typeof scene>;

export function playsContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a counter of plays and views`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const published: Scene["published"] = (...given) => scene(store).published(...given);
		const spend: Scene["spend"] = (...given) => scene(store).spend(...given);
		const outcomes = async (spending: ReturnType<Scene["spend"]>[]) => (await Promise.all(spending)).map(({ outcome }) => outcome);
		const count = (all: string[], outcome: string) => all.filter((one) => one === outcome).length;

		test("grants exactly the limit of 200 distinct songs played at once", async () => {
			const shared = await published({ songs: 200 });
			const all = await outcomes(shared.members.map((id) => spend(shared, id)));
			expect(count(all, "granted")).toBe(3);
			expect(count(all, "refused")).toBe(197);
			expect((await store.shares.counts(shared.share.id))?.playCount).toBe(3);
			expect((await store.items.byId(shared.item.id))?.playCount).toBe(3);
			expect(await store.visits.songsPlayed(shared.visit.id)).toHaveLength(3);
		});

		test("spends one play on a song that is played twenty times at once", async () => {
			const shared = await published({ songs: 1 });
			const [id = 0] = shared.members;
			const all = await outcomes(Array.from({ length: 20 }, () => spend(shared, id)));
			expect([count(all, "granted"), count(all, "replayed")]).toEqual([1, 19]);
			expect((await store.items.byId(id))?.playCount).toBe(1);
		});

		test("grants without end where there is no limit", async () => {
			const shared = await published({ songs: 8, playLimit: null });
			expect(count(await outcomes(shared.members.map((id) => spend(shared, id))), "granted")).toBe(8);
		});

		test("gives the first answer to every retry under one key", async () => {
			const shared = await published({ songs: 5 });
			const retried = await Promise.all(shared.members.flatMap((id) => [1, 2, 3, 4].map(() => spend(shared, id, `key-${id}`))));
			expect(retried.filter(({ outcome }) => outcome === "granted")).toHaveLength(12);
			expect(retried.filter(({ outcome }) => outcome === "refused")).toHaveLength(8);
			expect((await store.shares.counts(shared.share.id))?.playCount).toBe(3);
			const [first = 0] = shared.members;
			expect(await spend(shared, first, `key-${first}`, "another body")).toEqual({ outcome: "mismatch" });
		});

		test("counts a signed-in play once under one key", async () => {
			const { share, members, item } = await published();
			const [songId = 0] = members;
			const once = { scope: "user", key: hex(4), bodyHash: "b", expiresAt: later };
			const play = () => store.counters.play({ shareId: share.id, songId, collectionId: item.id, at, once });
			expect(await Promise.all([play(), play(), play()])).toEqual([true, true, true]);
			expect((await store.shares.counts(share.id))?.playCount).toBe(1);
			expect(await store.counters.play({ shareId: share.id, songId, collectionId: item.id, at, once: { ...once, bodyHash: "c" } })).toBe(
				false,
			);
		});

		test("a write beside a transaction that rolls back is not lost with it", async () => {
			const { share, owner } = await published();
			const rollBack = () => store.users.create(newUser({ email: owner.email }), null).catch(() => null);
			const ids = Array.from({ length: 60 }, () => hex(16));
			const visit = (id: string) => store.visits.create({ id, shareId: share.id, addressHash: "a", userAgentHash: "u", expiresAt: later });
			await Promise.all(ids.flatMap((id) => [rollBack(), visit(id), rollBack()]));
			const found = await Promise.all(ids.map((id) => store.visits.byId(id)));
			expect(found.filter((visit) => visit === null)).toEqual([]);
		});
	});
}
