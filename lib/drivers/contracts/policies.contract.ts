import { beforeAll, describe, expect, test } from "vitest";
import { newPolicy } from "@/lib/shares/policy";
import { at, hex, later, newUser, type Store, scene } from "./store-scene";

type Scene = ReturnType<typeof scene>;

/** What a store keeps of a link's policy: openings, who it is for, what happened, presets. */
export function policiesContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of policies`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user: Scene["user"] = (...given) => scene(store).user(...given);
		const published: Scene["published"] = (...given) => scene(store).published(...given);
		const change = (link: Awaited<ReturnType<Scene["published"]>>, changes: Parameters<Store["shares"]["update"]>[1], version?: number) =>
			store.shares.update({ ids: [link.share.id], ownerId: link.owner.id, version }, changes, { what: "changed", detail: "x" }, later);
		const read = async (id: number) => {
			const share = await store.shares.byId(id);
			if (!share) throw new Error("the link is gone");
			return share;
		};

		test("every part of a policy is kept, and read by code and by number alike", async () => {
			const link = await published();
			const policy = {
				startsAt: at,
				expiresAt: later,
				passwordHash: "h",
				playLimit: null,
				maxViews: 7,
				allowDownload: true,
				allowIndexing: true,
			};
			expect(await change(link, { ...policy, label: "Ada" })).toBe(true);
			const share = await read(link.share.id);
			expect(share).toMatchObject({
				policy: { ...policy, isActive: true, allow: [] },
				label: "Ada",
				openings: 0,
				version: 2,
				updatedAt: later,
			});
			expect(await store.shares.byCode(share.code)).toMatchObject({ policy: share.policy, openings: 0, version: 2 });
		});

		test("a change is made of the version that it is meant for, or not at all", async () => {
			const link = await published();
			expect(await change(link, { label: "one", allow: [{ email: "a@example.org", userId: null }] }, 2)).toBe(false);
			expect(await read(link.share.id)).toMatchObject({ label: "", version: 1, policy: { allow: [] } });
			const [first, second] = await Promise.all(["one", "two"].map((label) => change(link, { label }, 1)));
			expect([first, second].sort()).toEqual([false, true]);
			expect((await store.shares.events(link.share.id, 10)).map(({ what }) => what).sort()).toEqual(["changed", "made"]);
		});

		test("of a hundred openings at once exactly as many are spent as there are", async () => {
			const link = await published();
			await change(link, { maxViews: 7 });
			const { id, version } = await read(link.share.id);
			const spent = await Promise.all(Array.from({ length: 100 }, () => store.shares.spendOpening({ id, version })));
			expect(spent.filter(Boolean)).toHaveLength(7);
			expect((await read(id)).openings).toBe(7);
		});

		test("no opening is spent without a limit, of another version, or once the link has ended", async () => {
			const link = await published();
			const { id } = link.share;
			expect(await store.shares.spendOpening({ id, version: 1 })).toBe(false);
			await change(link, { maxViews: 1 });
			expect(await store.shares.spendOpening({ id, version: 1 })).toBe(false);
			await store.shares.end(id, at);
			expect(await store.shares.spendOpening({ id, version: 3 })).toBe(false);
			expect((await read(id)).openings).toBe(0);
		});

		test("a list is replaced, an address that stays keeps its account, and goes back to waiting when that is gone", async () => {
			const link = await published();
			const guest = await user();
			const entry = (email: string, userId: string | null = null) => ({ email, userId });
			const allowed = async () => [...(await read(link.share.id)).policy.allow].sort((a, b) => a.email.localeCompare(b.email));
			await change(link, { allow: [entry("b@example.org", guest.id), entry("c@example.org")] });
			await change(link, { allow: [entry("a@example.org"), entry("b@example.org")] });
			expect(await allowed()).toEqual([entry("a@example.org"), entry("b@example.org", guest.id)]);
			await store.users.remove(guest.id);
			expect(await allowed()).toEqual([entry("a@example.org"), entry("b@example.org")]);
			await change(link, { label: "the list stays" });
			expect(await allowed()).toHaveLength(2);
			await change(link, { allow: [] });
			expect(await allowed()).toEqual([]);
		});

		test("a list that names an account which is gone is not kept, and whoever sent it looks again", async () => {
			const link = await published();
			expect(await change(link, { label: "x", allow: [{ email: "a@example.org", userId: "gone" }] })).toBe(false);
			expect(await read(link.share.id)).toMatchObject({ label: "", version: 1, policy: { allow: [] } });
		});

		test("many links are read without whom they are for, which is asked for by itself", async () => {
			const [link, other] = [await published(), await published()];
			const allow = [
				{ email: "z@example.org", userId: null },
				{ email: "a@example.org", userId: null },
			];
			await change(link, { allow });
			expect((await store.shares.list(link.owner.id)).map(({ share }) => "allow" in share.policy)).toEqual([false]);
			expect(await store.shares.allowed([link.share.id, other.share.id])).toEqual(new Map([[link.share.id, allow]]));
		});

		test("a long list is kept", async () => {
			const link = await published();
			const allow = Array.from({ length: 1000 }, (_, at) => ({ email: `${at}@example.org`, userId: null }));
			expect(await change(link, { allow })).toBe(true);
			expect((await read(link.share.id)).policy.allow).toHaveLength(1000);
			expect(await change(link, { allow: allow.slice(0, 1) })).toBe(true);
			expect((await read(link.share.id)).policy.allow).toHaveLength(1);
		});

		test("an account is let in by an address that waits, on one link by its owner or everywhere by its provider", async () => {
			const [one, two] = [await published(), await published()];
			const email = `${hex(6)}@example.org`;
			for (const link of [one, two]) await change(link, { allow: [{ email, userId: null }] });
			const guest = await store.users.create(newUser({ email }), null);
			expect(await store.users.idsByEmail([email, "nobody@example.org", "a\0b"])).toEqual(new Map([[email, guest.id]]));
			expect(await store.shares.admitAllowed({ id: one.share.id, email, userId: guest.id })).toBe(true);
			expect(await store.shares.admitAllowed({ id: one.share.id, email, userId: guest.id })).toBe(false);
			expect(await store.shares.admitAllowed({ id: one.share.id, email: "other@example.org", userId: guest.id })).toBe(false);
			expect(await store.shares.bindAllowed({ email, userId: guest.id })).toEqual([two.share.id]);
			for (const link of [one, two]) expect((await read(link.share.id)).policy.allow).toEqual([{ email, userId: guest.id }]);
		});

		test("an extra link has its own code, policy and counts, and none is made of what is deleted", async () => {
			const { owner, item, share } = await published();
			const link = { ownerId: owner.id, itemId: item.id, kind: "playlist", label: "For Bob" };
			const allow = [{ email: "b@example.org", userId: null }];
			const extra = await store.shares.add({ ...link, code: hex(8), policy: { ...newPolicy(3), maxViews: 2, allow } });
			expect(extra).toMatchObject({ ...link, primaryOf: null, viewCount: 0, openings: 0, policy: { maxViews: 2, allow } });
			expect(extra.id).not.toBe(share.id);
			await store.items.trash(item.id, at);
			await expect(store.shares.add({ ...link, code: hex(8), policy: newPolicy(3) })).rejects.toMatchObject({ code: "not_found" });
		});

		test("what strangers do is one row a day, what the owner does stands alone", async () => {
			const { share } = await published();
			const day = "2026-03-01";
			for (const time of [at, later]) await store.shares.note(share.id, { what: "refused", detail: "locked", day }, time);
			await store.shares.note(share.id, { what: "refused", detail: "expired", day }, at);
			await Promise.all(Array.from({ length: 20 }, () => store.shares.note(share.id, { what: "unlocked", day }, at)));
			await store.shares.note(share.id, { what: "refused", detail: "locked", day: "2026-03-02" }, at);
			const events = (await store.shares.events(share.id, 50)).filter(({ what }) => what !== "made");
			const counted = events.map(({ what, detail, count, at }) => `${what} ${detail} ${count} ${at.toISOString().slice(0, 10)}`);
			expect(counted.sort()).toEqual([
				"refused expired 1 2026-03-01",
				"refused locked 1 2026-03-01",
				"refused locked 2 2026-03-02",
				"unlocked  20 2026-03-01",
			]);
			expect(await store.shares.events(share.id, 1)).toHaveLength(1);
		});

		test("a preset is kept under its name, replaced, counted and dropped by its owner alone", async () => {
			const [owner, other] = [await user(), await user()];
			const put = (name: string, policy = {}) => store.presets.put({ ownerId: owner.id, name, policy }, 2);
			const first = await put("Friends", { maxViews: 3 });
			expect(await put("Friends", { maxViews: 4 })).toEqual({ ...first, policy: { maxViews: 4 } });
			await put("Album");
			expect(await put("Third")).toBeNull();
			expect((await store.presets.list(owner.id)).map(({ name }) => name)).toEqual(["Album", "Friends"]);
			expect(await store.presets.remove(other.id, first?.id ?? 0)).toBe(false);
			expect(await store.presets.remove(owner.id, first?.id ?? 0)).toBe(true);
			expect(await store.presets.list(other.id)).toEqual([]);
		});
	});
}
