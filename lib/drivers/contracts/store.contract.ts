import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Counters, Items, Shares, Tokens, Users, Visits } from "@/lib/ports";

export type Store = { users: Users; tokens: Tokens; items: Items; shares: Shares; visits: Visits; counters: Counters };

const hex = (bytes: number) => randomBytes(bytes).toString("hex");
const at = new Date("2026-03-01T12:00:00Z");
const later = new Date("2026-03-02T12:00:00Z");

/** What every store keeps, under concurrency above all. */
export function storeContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a store`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const newUser = (given: object = {}) => ({
			id: randomUUID(),
			email: `${hex(6)}@example.org`,
			username: `u${hex(6)}`,
			name: null,
			passwordHash: "hash",
			referralCode: hex(4),
			...given,
		});
		const user = () => store.users.create(newUser(), null);
		const song = (ownerId: string, blobs: Parameters<Items["create"]>[0]["blobs"] = []) =>
			store.items.create({ ownerId, kind: "song", title: "Northbound", description: "", content: { artist: "Mira Holt" }, blobs });
		async function published({ songs = 1, playLimit = 3 as number | null } = {}) {
			const owner = await user();
			const members = await Promise.all(Array.from({ length: songs }, async () => (await song(owner.id)).id));
			const item = await store.items.create({
				ownerId: owner.id,
				kind: "playlist",
				title: "Late train home",
				description: "",
				content: {},
				members,
			});
			const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "playlist", playLimit });
			const visit = await store.visits.create({ id: hex(16), shareId: share.id, addressHash: "a", userAgentHash: "u", expiresAt: later });
			return { owner, members, item, share, visit };
		}
		type Published = Awaited<ReturnType<typeof published>>;
		const spend = ({ share, visit, item }: Published, songId: number, key?: string, body = String(songId)) =>
			store.visits.spend({
				visitId: visit.id,
				songId,
				shareId: share.id,
				collectionId: item.id,
				limit: share.policy.playLimit,
				at,
				once: key ? { scope: visit.id, key, bodyHash: body, expiresAt: later } : null,
			});
		const outcomes = async (spending: ReturnType<typeof spend>[]) => (await Promise.all(spending)).map(({ outcome }) => outcome);
		const count = (all: string[], outcome: string) => all.filter((one) => one === outcome).length;

		test("names what is taken, also between two sign-ups at once", async () => {
			const taken = newUser();
			const twice = await Promise.allSettled([store.users.create(taken, null), store.users.create({ ...taken, id: randomUUID() }, null)]);
			expect(twice.filter((result) => result.status === "fulfilled")).toHaveLength(1);
			const twin = (given: object) => store.users.create({ ...newUser(), ...given }, null);
			await expect(twin({ email: taken.email })).rejects.toMatchObject({ code: "email_taken" });
			await expect(twin({ username: taken.username })).rejects.toMatchObject({ code: "username_taken" });
		});

		test("ends sessions and tokens together with the change that asks for it", async () => {
			const { id, sessionEpoch } = await user();
			await store.tokens.create({ id: randomUUID(), userId: id, sessionEpoch: 0, name: "t", hash: id, expiresAt: null });
			expect((await store.tokens.userOf(id, at))?.id).toBe(id);
			await store.users.update(id, { name: "Ada" }, { endSessions: false });
			expect((await store.tokens.userOf(id, at))?.sessionEpoch).toBe(sessionEpoch);
			await store.users.update(id, { passwordHash: "new" }, { endSessions: true });
			expect(await store.tokens.userOf(id, at)).toBeNull();
			expect((await store.users.byId(id))?.sessionEpoch).toBe(sessionEpoch + 1);
		});

		test("makes no token for a sign-in that a password change overtook", async () => {
			const { id, sessionEpoch } = await user();
			const token = { id: randomUUID(), userId: id, sessionEpoch, name: "t", hash: id, expiresAt: null };
			await store.users.update(id, { passwordHash: "new" }, { endSessions: true });
			expect(await store.tokens.create(token)).toBe(false);
			expect(await store.tokens.userOf(id, at)).toBeNull();
		});

		test("a change of nothing is no change", async () => {
			const { id } = await user();
			expect((await store.users.update(id, {}, { endSessions: false }))?.id).toBe(id);
		});

		test("knows an expired token no more", async () => {
			const { id } = await user();
			await store.tokens.create({ id: randomUUID(), userId: id, sessionEpoch: 0, name: "t", hash: id, expiresAt: at });
			expect(await store.tokens.userOf(id, at)).toBeNull();
		});

		test("credits a referral once and ignores an unknown code", async () => {
			const referrer = await user();
			const referral = { source: "direct_link", referrerGets: 10, newcomerGets: 25 };
			const credits = async (id: string) => (await store.users.byId(id))?.credits;
			const newcomer = await store.users.create(newUser(), { ...referral, code: referrer.referralCode });
			expect([await credits(referrer.id), await credits(newcomer.id)]).toEqual([10, 25]);
			const stranger = await store.users.create(newUser(), { ...referral, code: "nobody00" });
			expect(await credits(stranger.id)).toBe(0);
		});

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
			expect((await store.shares.listPrimary(owner.id)).map(({ share }) => share.id)).toEqual([again.share.id]);
		});

		test("grants exactly the limit of 200 distinct songs played at once", async () => {
			const shared = await published({ songs: 200 });
			const all = await outcomes(shared.members.map((id) => spend(shared, id)));
			expect(count(all, "granted")).toBe(3);
			expect(count(all, "refused")).toBe(197);
			expect((await store.shares.byCode(shared.share.code))?.playCount).toBe(3);
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
			expect((await store.shares.byCode(shared.share.code))?.playCount).toBe(3);
			const [first = 0] = shared.members;
			expect(await spend(shared, first, `key-${first}`, "another body")).toEqual({ outcome: "mismatch" });
		});

		test("counts 500 views that come at once, on the link and on its day", async () => {
			const { share } = await published();
			await Promise.all(Array.from({ length: 500 }, () => store.counters.view({ shareId: share.id, at })));
			expect((await store.shares.byCode(share.code))?.viewCount).toBe(500);
		});

		test("counts a signed-in play once under one key", async () => {
			const { share, members, item } = await published();
			const [songId = 0] = members;
			const once = { scope: "user", key: hex(4), bodyHash: "b", expiresAt: later };
			const play = () => store.counters.play({ shareId: share.id, songId, collectionId: item.id, at, once });
			expect(await Promise.all([play(), play(), play()])).toEqual([true, true, true]);
			expect((await store.shares.byCode(share.code))?.playCount).toBe(1);
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

		test("edits by compare-and-swap: of ten at once one wins", async () => {
			const item = await song((await user()).id);
			const edits = await Promise.all(
				Array.from({ length: 10 }, (_, index) => store.items.update(item.id, 1, { title: `${index}`, updatedAt: at })),
			);
			expect(edits.filter(Boolean)).toHaveLength(1);
			expect((await store.items.byId(item.id))?.version).toBe(2);
		});

		test("keeps the order of members and replaces them whole", async () => {
			const { item, members, owner } = await published({ songs: 4 });
			const turned = [...members].reverse();
			await store.items.update(item.id, 1, { members: turned, updatedAt: at });
			expect((await store.items.members([item.id])).get(item.id)?.map(({ id }) => id)).toEqual(turned);
			const foreign = await song(owner.id);
			expect(await store.items.hasMember(item.id, foreign.id)).toBe(false);
		});

		test("removing an item ends its links, leaves its collections and names its files", async () => {
			const owner = await user();
			const key = hex(16);
			const item = await song(owner.id, [{ key, role: "audio", type: "audio/wav", size: 1, sha256: "s" }]);
			const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "song", playLimit: 3 });
			expect(await store.items.remove(item.id, at)).toEqual([key]);
			expect(await store.shares.byCode(share.code)).toMatchObject({ itemId: null, endedAt: at });
			expect(await store.items.knownBlobs([key])).toEqual(new Set());
		});

		test("removing an account removes all of it and names its files", async () => {
			const { owner, share } = await published({ songs: 2 });
			const key = hex(16);
			await song(owner.id, [{ key, role: "audio", type: "audio/wav", size: 1, sha256: "s" }]);
			expect(await store.users.remove(owner.id)).toEqual([key]);
			expect(await store.users.byId(owner.id)).toBeNull();
			expect(await store.shares.byCode(share.code)).toBeNull();
		});

		test("takes no member that is gone, and stores nothing of such a change", async () => {
			const { item, members, owner } = await published({ songs: 2 });
			const [gone = 0, stays = 0] = members;
			await store.items.remove(gone, at);
			const change = store.items.update(item.id, 1, { title: "New", members: [stays, gone], updatedAt: at });
			await expect(change).rejects.toMatchObject({ code: "member_gone" });
			expect(await store.items.byId(item.id)).toMatchObject({ title: item.title, version: 1 });
			const made = { ownerId: owner.id, kind: "playlist", title: "x", description: "", content: {}, members: [gone] };
			await expect(store.items.create(made)).rejects.toMatchObject({ code: "member_gone" });
		});

		test("nothing of a refused item is stored", async () => {
			const owner = await user();
			const blob = { key: hex(16), role: "audio", type: "audio/wav", size: 1, sha256: "s" };
			await expect(song(owner.id, [blob, blob])).rejects.toThrow();
			expect(await store.items.list({ ownerId: owner.id, kind: "song" })).toEqual([]);
		});
	});
}
