import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { at, hex, newUser, type Store, scene } from "./store-scene";
import { newToken, room } from "./tokens.contract";

type Scene = ReturnType<typeof scene>;

export function accountsContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of accounts`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user: Scene["user"] = (...given) => scene(store).user(...given);
		const song: Scene["song"] = (...given) => scene(store).song(...given);
		const published: Scene["published"] = (...given) => scene(store).published(...given);

		test("names what is taken, also between two sign-ups at once", async () => {
			const taken = newUser();
			const twice = await Promise.allSettled([store.users.create(taken, null), store.users.create({ ...taken, id: randomUUID() }, null)]);
			expect(twice.filter((result) => result.status === "fulfilled")).toHaveLength(1);
			const twin = (given: object) => store.users.create({ ...newUser(), ...given }, null);
			await expect(twin({ email: taken.email })).rejects.toMatchObject({ code: "email_taken" });
			await expect(twin({ username: taken.username })).rejects.toMatchObject({ code: "username_taken" });
		});

		test("finds nothing by a text that no database holds", async () => {
			const { id, email, referralCode } = await user();
			for (const text of ["\0", `${email}\0`, `${referralCode}\0`]) {
				expect(await store.users.byEmail(text)).toBeNull();
				expect(await store.users.byReferralCode(text)).toBeNull();
				expect(await store.shares.byCode(text)).toBeNull();
				expect(await store.tokens.remove(id, text)).toBe(false);
			}
		});

		test("ends sessions and tokens together with the change that asks for it", async () => {
			const { id, sessionEpoch } = await user();
			await store.tokens.create(newToken(id, { hash: id }), room());
			expect((await store.tokens.userOf(id, at))?.id).toBe(id);
			await store.users.update(id, { name: "Ada" }, { endSessions: false });
			expect((await store.tokens.userOf(id, at))?.sessionEpoch).toBe(sessionEpoch);
			await store.users.update(id, { passwordHash: "new" }, { endSessions: true });
			expect(await store.tokens.userOf(id, at)).toBeNull();
			expect((await store.users.byId(id))?.sessionEpoch).toBe(sessionEpoch + 1);
		});

		test("makes no token for a sign-in that a password change overtook", async () => {
			const { id, sessionEpoch } = await user();
			const token = newToken(id, { sessionEpoch, hash: id });
			await store.users.update(id, { passwordHash: "new" }, { endSessions: true });
			expect(await store.tokens.create(token, room())).toBe("stale");
			expect(await store.tokens.userOf(id, at)).toBeNull();
		});

		test("a change of nothing is no change", async () => {
			const { id } = await user();
			expect((await store.users.update(id, {}, { endSessions: false }))?.id).toBe(id);
		});

		test("knows an expired token no more", async () => {
			const { id } = await user();
			await store.tokens.create(newToken(id, { hash: id, expiresAt: at }), room({ now: at }));
			expect(await store.tokens.userOf(id, at)).toBeNull();
		});

		test("removing an account removes all of it and names its files", async () => {
			const { owner, share } = await published({ songs: 2 });
			const key = hex(16);
			await song(owner.id, [{ key, role: "audio", type: "audio/wav", size: 1, sha256: "s" }]);
			expect(await store.users.remove(owner.id)).toEqual([key]);
			expect(await store.users.byId(owner.id)).toBeNull();
			expect(await store.shares.byCode(share.code)).toBeNull();
		});
	});
}
