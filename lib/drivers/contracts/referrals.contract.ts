import { beforeAll, describe, expect, test } from "vitest";
import type { NewReferral } from "@/lib/ports";
import { hex, newUser, type Store, scene } from "./store-scene";

export function referralsContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of who brought whom, and who comes from where`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user = () => scene(store).user();
		const credits = async (id: string) => (await store.users.byId(id))?.credits;
		const owedTo = (referrerId: string, shareId: number | null = null): NewReferral => ({
			referrerId,
			shareId,
			source: "direct_link",
			referrerGets: 10,
			newcomerGets: 25,
		});

		test("credits both once; of many newcomers at once each counts", async () => {
			const referrer = await user();
			const newcomers = await Promise.all(Array.from({ length: 8 }, () => store.users.create(newUser(), owedTo(referrer.id))));
			expect(newcomers.map((newcomer) => newcomer.credits)).toEqual(Array(8).fill(25));
			expect(await credits(referrer.id)).toBe(80);
			const { total, newest } = await store.users.referrals(referrer.id, 5);
			expect([total, newest.length]).toEqual([8, 5]);
			expect(newest[0]).toEqual({ createdAt: expect.any(Date) as unknown, credits: 10, source: "direct_link" });
		});

		test("credits nobody for a sign-up that fails, and nobody who has gone", async () => {
			const referrer = await user();
			await expect(store.users.create(newUser({ email: referrer.email }), owedTo(referrer.id))).rejects.toMatchObject({
				code: "email_taken",
			});
			expect(await credits(referrer.id)).toBe(0);
			await store.users.remove(referrer.id);
			expect((await store.users.create(newUser(), owedTo(referrer.id))).credits).toBe(0);
		});

		test("a sign-up counts for the link it came by, and for none once that has gone", async () => {
			const owner = await user();
			const item = await store.items.create({ ownerId: owner.id, kind: "song", title: "x", description: "", content: {} });
			const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "song", playLimit: 3 });
			await store.users.create(newUser(), owedTo(owner.id, share.id));
			await store.users.create(newUser(), owedTo(owner.id, share.id + 1_000));
			expect((await store.users.referrals(owner.id, 5)).total).toBe(2);
		});

		test("knows an account by its provider, of two at once makes one", async () => {
			const identity = { provider: "github", providerId: hex(4) };
			expect(await store.users.byProvider(identity)).toBeNull();
			const made = await Promise.allSettled([1, 2, 3].map(() => store.users.create(newUser({ passwordHash: null }), null, identity)));
			const [first, ...more] = made.filter((each) => each.status === "fulfilled");
			expect(more).toEqual([]);
			for (const each of made) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "provider_taken" });
			const found = await store.users.byProvider(identity);
			expect(found?.id).toBe(first?.value.id);
			expect(await store.users.providersOf(found?.id ?? "")).toEqual(["github"]);
			expect(await store.users.byProvider({ ...identity, provider: "google" })).toBeNull();
		});
	});
}
