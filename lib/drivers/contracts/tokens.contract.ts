import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { TokenRoom } from "@/lib/ports";
import { hex, type Store, scene } from "./store-scene";

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);

/** A token with everything a store asks for. */
export const newToken = (userId: string, given: object = {}) => ({
	id: randomUUID(),
	userId,
	sessionEpoch: 0,
	name: "t",
	hash: hex(32),
	expiresAt: null,
	...given,
});

/** Room for three tokens that are no sign-in's. */
export const room = (given: Partial<TokenRoom> = {}): TokenRoom => ({ most: 3, of: { not: "Sign-in" }, full: "refuse", now, ...given });

export function tokensContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of tokens`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user = () => scene(store).user();
		const names = async (id: string) => (await store.tokens.list(id, now)).map(({ name }) => name).sort();

		test("makes as many tokens as there is room for, whatever comes at once", async () => {
			const { id } = await user();
			const made = await Promise.all(Array.from({ length: 10 }, () => store.tokens.create(newToken(id), room())));
			expect(made.filter((each) => each === "made")).toHaveLength(3);
			expect(made.filter((each) => each === "full")).toHaveLength(7);
			expect(await store.tokens.create(newToken(id, { name: "Sign-in" }), room({ of: { name: "Sign-in" } }))).toBe("made");
			expect(await names(id)).toEqual(["Sign-in", "t", "t", "t"]);
		});

		test("an expired token takes no room and is listed no more", async () => {
			const { id } = await user();
			for (const name of ["a", "b", "c"]) await store.tokens.create(newToken(id, { name, expiresAt: days(1) }), room());
			expect(await names(id)).toEqual(["a", "b", "c"]);
			expect(await store.tokens.list(id, days(2))).toEqual([]);
			expect(await store.tokens.create(newToken(id, { name: "d", expiresAt: days(9) }), room({ now: days(2) }))).toBe("made");
			expect(await names(id)).toEqual(["d"]);
		});

		test("the oldest goes where that is wanted, and no other one", async () => {
			const { id } = await user();
			const room2 = room({ most: 2, of: { name: "Sign-in" }, full: "oldest_goes" });
			const kept = newToken(id, { name: "kept" });
			await store.tokens.create(kept, room());
			const signIns = [1, 2, 3].map(() => newToken(id, { name: "Sign-in" }));
			for (const each of signIns) expect(await store.tokens.create(each, room2)).toBe("made");
			const there = await Promise.all([kept, ...signIns].map(async ({ hash }) => (await store.tokens.userOf(hash, now)) !== null));
			expect(there.filter(Boolean)).toHaveLength(3);
			expect([there[0], there[3]], "what was made by hand, and the newest").toEqual([true, true]);
		});

		test("removes a person's own token and nobody else's", async () => {
			const [one, other] = [await user(), await user()];
			const mine = newToken(one.id);
			await store.tokens.create(mine, room());
			expect(await store.tokens.remove(other.id, mine.id)).toBe(false);
			expect((await store.tokens.userOf(mine.hash, now))?.id).toBe(one.id);
			expect(await store.tokens.remove(one.id, mine.id)).toBe(true);
			expect(await store.tokens.remove(one.id, mine.id)).toBe(false);
			expect(await store.tokens.userOf(mine.hash, now)).toBeNull();
		});
	});
}
