import { beforeAll, describe, expect, test } from "vitest";
import { at, hex, later, type Store, scene } from "./store-scene";

type Scene = ReturnType<typeof scene>;

export function linksContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of links`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user: Scene["user"] = (...given) => scene(store).user(...given);
		const song: Scene["song"] = (...given) => scene(store).song(...given);
		const published: Scene["published"] = (...given) => scene(store).published(...given);

		test("makes one primary link of thirty that are asked for at once", async () => {
			const owner = await user();
			const item = await song(owner.id);
			const asked = Array.from({ length: 30 }, () =>
				store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "song", playLimit: 3 }),
			);
			const answers = await Promise.all(asked);
			expect(answers.filter((answer) => answer.created)).toHaveLength(1);
			expect(new Set(answers.map(({ share }) => share.code)).size).toBe(1);
		});

		test("makes a new primary link once the old one ended", async () => {
			const { share, item, owner } = await published();
			expect(await store.shares.end(share.id, at)).toBe(true);
			expect(await store.shares.end(share.id, at)).toBe(false);
			const again = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "playlist", playLimit: 3 });
			expect(again.created).toBe(true);
			expect((await store.shares.listPrimary({ ownerId: owner.id, kinds: ["playlist", "song"] })).map(({ share }) => share.id)).toEqual([
				again.share.id,
			]);
		});

		test("counts 500 views that come at once, on the link and on its day", async () => {
			const { share } = await published();
			await Promise.all(Array.from({ length: 500 }, () => store.counters.view({ shareId: share.id, at, referrer: null })));
			expect((await store.shares.counts(share.id))?.viewCount).toBe(500);
			expect(await store.shares.stats(share.id, "2026-03-01")).toEqual({
				days: [{ day: "2026-03-01", views: 500, plays: 0 }],
				referrers: [],
				signups: 0,
			});
			expect((await store.shares.stats(share.id, "2026-03-02")).days).toEqual([]);
		});

		test("tells what happened on all of an owner's links, and on no other's", async () => {
			const [{ owner, share }, other] = [await published(), await published()];
			const second = await store.items.create({ ownerId: owner.id, kind: "song", title: "x", description: "", content: {} });
			const publishing = { code: hex(8), ownerId: owner.id, itemId: second.id, kind: "song", playLimit: 3 };
			const { share: link } = await store.shares.publish(publishing);
			for (const shareId of [share.id, link.id, link.id, other.share.id]) await store.counters.view({ shareId, at, referrer: null });
			const { days, signups } = await store.shares.ownerStats(owner.id, "2026-03-01");
			expect(days.sort((a, b) => a.shareId - b.shareId)).toEqual([
				{ shareId: share.id, day: "2026-03-01", views: 1, plays: 0 },
				{ shareId: link.id, day: "2026-03-01", views: 2, plays: 0 },
			]);
			expect(signups).toBe(0);
			expect((await store.shares.ownerStats(owner.id, "2026-03-02")).days).toEqual([]);
		});

		test("counts views by referring host, most first, and keeps a bounded number of hosts", async () => {
			const { share } = await published();
			const view = (referrer: string) => store.counters.view({ shareId: share.id, at, referrer });
			await Promise.all(["b.example", "a.example", "b.example"].map(view));
			expect((await store.shares.stats(share.id, "2026-03-01")).referrers).toEqual([
				{ host: "b.example", views: 2 },
				{ host: "a.example", views: 1 },
			]);
			for (let at = 0; at < 300; at++) await view(`${at}.example.org`);
			const { referrers } = await store.shares.stats(share.id, "2026-03-01");
			expect(referrers.length).toBe(201);
			expect(referrers[0]).toEqual({ host: "(other)", views: 102 });
			expect(referrers.reduce((sum, { views }) => sum + views, 0)).toBe(303);
		});

		test("changes all of the owner's links or none", async () => {
			const [{ owner, share, item }, other] = [await published(), await published()];
			const song = await store.items.create({ ownerId: owner.id, kind: "song", title: "x", description: "", content: {} });
			const second = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: song.id, kind: "song", playLimit: 3 });
			const change = (ids: number[]) => store.shares.update({ ids, ownerId: owner.id }, { isActive: false }, { what: "paused" }, later);
			const active = async (id: number) => (await store.shares.byId(id))?.policy.isActive;
			expect(await change([share.id, other.share.id])).toBe(false);
			expect([await active(share.id), await active(other.share.id)]).toEqual([true, true]);
			expect(await change([share.id, second.share.id])).toBe(true);
			expect([await active(share.id), await active(second.share.id)]).toEqual([false, false]);
			await store.shares.end(share.id, at);
			expect(await change([share.id])).toBe(false);
			expect((await store.shares.list(owner.id)).map(({ share, item }) => [share.id, item?.id])).toEqual([
				[second.share.id, song.id],
				[share.id, item.id],
			]);
		});

		test("a link keeps the playlist that it shows until it is given another", async () => {
			const { owner, item, members } = await published({ songs: 1 });
			const [songId = 0] = members;
			const publish = (context: { contextId?: number | null }) =>
				store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: songId, kind: "song", playLimit: 3, ...context });
			expect((await publish({ contextId: item.id })).share.contextId).toBe(item.id);
			expect((await publish({})).share.contextId).toBe(item.id);
			const { share, created } = await publish({ contextId: null });
			expect([created, share.contextId]).toEqual([false, null]);
			expect((await store.shares.byCode(share.code))?.contextId).toBeNull();
		});

		test("a deleted item gets no link, and a link ended meanwhile stays ended when it comes back", async () => {
			const { owner, item, members, share } = await published();
			const [songId = 0] = members;
			for (const id of [item.id, songId]) await store.items.trash(id, later);
			const publish = (itemId: number, kind: string) =>
				store.shares.publish({ code: hex(8), ownerId: owner.id, itemId, kind, playLimit: 3 });
			await expect(publish(item.id, "playlist")).rejects.toMatchObject({ code: "not_found" });
			await expect(publish(songId, "song")).rejects.toMatchObject({ code: "not_found" });
			expect(await store.shares.update({ ids: [share.id], ownerId: owner.id }, { isActive: true }, { what: "resumed" }, later)).toBe(false);
			expect((await store.shares.list(owner.id)).map(({ item }) => item)).toEqual([null]);
			expect(await store.items.hasMember(item.id, songId)).toBe(false);
			expect(await store.shares.end(share.id, at)).toBe(true);
			await store.items.restore({ id: item.id, ownerId: owner.id });
			expect((await store.shares.byCode(share.code))?.endedAt).toEqual(at);
		});

		test("a link that its owner ended stays ended when its item comes back", async () => {
			const { owner, item, share } = await published();
			await store.shares.end(share.id, at);
			await store.items.trash(item.id, later);
			await store.items.restore({ id: item.id, ownerId: owner.id });
			expect((await store.shares.byCode(share.code))?.endedAt).toEqual(at);
		});
	});
}
