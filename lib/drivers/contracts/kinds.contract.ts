import { beforeAll, describe, expect, test } from "vitest";
import { at, hex, later, type Store, scene } from "./store-scene";

/** What a store keeps for all kinds of items alike: heads, files that come and go, links of one person, what a link was frozen with. */
export function kindsContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of all kinds`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const file = (role: string) => ({ key: hex(16), role, type: "image/webp", size: 3, sha256: hex(32) });
		const made = async (given: object = {}) => {
			const owner = await scene(store).user();
			const item = { ownerId: owner.id, kind: "session", title: "Lisbon", description: "", content: { media: [1] }, ...given };
			return { owner, item: await store.items.create(item) };
		};
		const published = async () => {
			const { owner, item } = await made();
			const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "session", playLimit: null });
			return { owner, item, share };
		};

		test("lists are read without contents, of the kinds that are asked for, newest first", async () => {
			const { owner, item } = await made({ note: "3 pictures", picture: "thumb-1" });
			const note = await store.items.create({ ownerId: owner.id, kind: "note", title: "b", description: "", content: { text: "long" } });
			await store.items.create({ ownerId: owner.id, kind: "song", title: "c", description: "", content: {} });
			const heads = await store.items.heads({ ownerId: owner.id, kinds: ["session", "note"] });
			expect(heads.map(({ id, note, picture }) => [id, note, picture])).toEqual([
				[note.id, "", null],
				[item.id, "3 pictures", "thumb-1"],
			]);
			expect(heads.some((head) => "content" in head)).toBe(false);
		});

		test("files come and go with the content that speaks of them, or not at all", async () => {
			const [first, second] = [file("media-1"), file("media-2")];
			const { item } = await made({ blobs: [first] });
			const change = { content: { media: [2] }, addBlobs: [second], dropRoles: ["media-1", "media-9"], updatedAt: later };
			expect(await store.items.update(item.id, 7, change)).toBeNull();
			expect((await store.items.files(item.id)).map(({ key }) => key)).toEqual([first.key]);
			expect(await store.items.update(item.id, 1, change)).toEqual([first.key]);
			expect((await store.items.files(item.id)).map(({ role, key }) => [role, key])).toEqual([["media-2", second.key]]);
			expect((await store.items.byId(item.id))?.content).toEqual({ media: [2] });
			await store.items.trash(item.id, at);
			expect(await store.items.files(item.id)).toEqual([]);
		});

		test("a person's own link is made once, beside the primary one, and made anew once it ended", async () => {
			const { owner, item, share } = await published();
			const guest = await scene(store).user();
			const own = () =>
				store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "session", playLimit: null, forUserId: guest.id });
			const all = await Promise.all(Array.from({ length: 8 }, own));
			expect(new Set(all.map((one) => one.share.code)).size).toBe(1);
			expect(all.filter(({ created }) => created)).toHaveLength(1);
			const personal = all[0]?.share;
			expect(personal).toMatchObject({ forUserId: guest.id, primaryOf: null });
			expect(personal?.code).not.toBe(share.code);
			expect((await store.shares.primary(item.id))?.code).toBe(share.code);
			expect(await store.shares.end(personal?.id ?? 0, at)).toBe(true);
			expect((await own()).share.code).not.toBe(personal?.code);
		});

		test("addresses that a link is for have numbers, which stay while the addresses stay", async () => {
			const { owner, share } = await published();
			const list = (...emails: string[]) => {
				const allow = emails.map((email) => ({ email, userId: null }));
				return store.shares.update({ ids: [share.id], ownerId: owner.id }, { allow }, { what: "changed" }, later);
			};
			expect(await store.shares.allowEntries(share.id)).toEqual([]);
			await list("a@b.c", "d@e.f");
			const [first, second] = await store.shares.allowEntries(share.id);
			expect([first?.email, second?.email, first?.createdAt instanceof Date]).toEqual(["a@b.c", "d@e.f", true]);
			await list("d@e.f", "g@h.i");
			const after = await store.shares.allowEntries(share.id);
			expect([after[0]?.id, after.map(({ email }) => email)]).toEqual([second?.id, ["d@e.f", "g@h.i"]]);
		});

		test("a link shows what it was frozen with until it is frozen anew or thawed", async () => {
			const { share } = await published();
			expect(await store.shares.snapshot(share.id)).toBeNull();
			expect(await store.shares.freeze(share.id, { title: "one", content: { a: 1 }, version: 1 }, at)).toBe(true);
			expect(await store.shares.byCode(share.code)).toMatchObject({ snapshotAt: at, version: 2 });
			await store.shares.freeze(share.id, { title: "two", content: { a: 2 }, version: 1 }, later);
			expect(await store.shares.snapshot(share.id)).toEqual({ title: "two", content: { a: 2 } });
			expect(await store.shares.freeze(share.id, { title: "of another version", content: {}, version: 2 }, later)).toBe(false);
			expect(await store.shares.snapshot(share.id)).toEqual({ title: "two", content: { a: 2 } });
			expect(await store.shares.thaw(share.id, later)).toBe(true);
			expect(await store.shares.snapshot(share.id)).toBeNull();
			expect((await store.shares.byCode(share.code))?.snapshotAt).toBeNull();
			await store.shares.end(share.id, later);
			expect(await store.shares.freeze(share.id, { title: "three", content: {}, version: 1 }, later)).toBe(false);
			expect(await store.shares.snapshot(share.id)).toBeNull();
		});
	});
}
