import { beforeAll, describe, expect, test } from "vitest";
import { at, hex, later, type Store, scene } from "./store-scene";

type Scene = ReturnType<typeof scene>;

export function itemsContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a keeper of items`, () => {
		let store: Store;
		beforeAll(async () => {
			store = await make();
		});
		const user: Scene["user"] = (...given) => scene(store).user(...given);
		const song: Scene["song"] = (...given) => scene(store).song(...given);
		const published: Scene["published"] = (...given) => scene(store).published(...given);

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

		test("a deleted item is absent everywhere, and comes back with its links and places", async () => {
			const { owner, item, members, share, visit } = await published({ songs: 2 });
			const [songId = 0, stays = 0] = members;
			const { share: link } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: songId, kind: "song", playLimit: 3 });
			expect(await store.items.trash(songId, later)).toBe(true);
			expect(await store.items.trash(songId, later)).toBe(false);
			expect(await store.items.byId(songId)).toBeNull();
			expect((await store.items.list({ ownerId: owner.id, kind: "song" })).map(({ id }) => id)).toEqual([stays]);
			expect(await store.items.countOwn({ ownerId: owner.id, kind: "song" }, members)).toBe(1);
			expect((await store.items.members([item.id])).get(item.id)?.map(({ id }) => id)).toEqual([stays]);
			expect(await store.items.hasMember(item.id, songId)).toBe(false);
			expect(await store.items.update(songId, 1, { title: "x", updatedAt: at })).toBeNull();
			expect((await store.shares.byCode(link.code))?.endedAt).toEqual(later);
			expect((await store.shares.byCode(share.code))?.endedAt).toBeNull();

			expect(await store.items.restore({ id: songId, ownerId: "somebody else" })).toBeNull();
			expect((await store.items.restore({ id: songId, ownerId: owner.id }))?.id).toBe(songId);
			expect((await store.items.members([item.id])).get(item.id)?.map(({ id }) => id)).toEqual(members);
			expect(await store.shares.byCode(link.code)).toMatchObject({ endedAt: null, primaryOf: songId });
			expect(await store.visits.byId(visit.id)).not.toBeNull();
		});

		test("removes for good what was deleted long ago, and nothing younger", async () => {
			const owner = await user();
			const key = hex(16);
			const item = await song(owner.id, [{ key, role: "audio", type: "audio/wav", size: 1, sha256: "s" }]);
			const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "song", playLimit: 3 });
			await store.items.trash(item.id, at);
			expect(await store.items.purge(at)).not.toContain(key);
			expect(await store.items.knownBlobs([key])).toEqual(new Set([key]));
			expect(await store.items.blob(item.id, "audio")).toBeNull();
			expect(await store.items.purge(later)).toContain(key);
			expect(await store.shares.byCode(share.code)).toMatchObject({ itemId: null, primaryOf: null, endedAt: at });
			expect(await store.items.knownBlobs([key])).toEqual(new Set());
			expect(await store.items.restore({ id: item.id, ownerId: owner.id })).toBeNull();
		});

		test("takes no member that is gone, and stores nothing of such a change", async () => {
			const { item, members, owner } = await published({ songs: 2 });
			const [gone = 0, stays = 0] = members;
			await store.items.trash(gone, at);
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

		test("an owner has what came from one source once, also of ten at once", async () => {
			const [owner, other] = [await user(), await user()];
			const source = "sample:northbound";
			const make = (ownerId: string) =>
				store.items.create({ ownerId, kind: "song", title: "Northbound", description: "", content: {}, source });
			const made = await Promise.allSettled(Array.from({ length: 10 }, () => make(owner.id)));
			const refused = made.filter((result) => result.status === "rejected");
			expect(refused).toHaveLength(9);
			for (const { reason } of refused) expect(reason).toMatchObject({ code: "already_there" });
			expect(await store.items.list({ ownerId: owner.id, kind: "song" })).toHaveLength(1);
			expect(await store.items.bySource({ ownerId: other.id, source })).toBeNull();
			const { id } = await make(other.id);
			expect((await store.items.bySource({ ownerId: other.id, source }))?.id).toBe(id);
		});

		test("tells the owner's oldest song of the same bytes, as long as it is there", async () => {
			const owner = await user();
			const sha256 = hex(32);
			const blob = (role: string, of = sha256) => ({ key: hex(16), role, type: "audio/wav", size: 1, sha256: of });
			await song((await user()).id, [blob("audio")]);
			await song(owner.id, [blob("audio", hex(32)), blob("cover")]);
			const first = await song(owner.id, [blob("audio")]);
			const second = await song(owner.id, [blob("audio")]);
			const third = await song(owner.id, [blob("audio")]);
			const file = { role: "audio", sha256 };
			expect(await store.items.twinOf(first, file)).toBeNull();
			expect(await store.items.twinOf(third, file)).toBe(first.id);
			await store.items.trash(first.id, at);
			expect(await store.items.twinOf(third, file)).toBe(second.id);
			expect(await store.items.twinOf(second, file)).toBeNull();
		});

		test("tells the types of many items' files", async () => {
			const owner = await user();
			const blob = (role: string, type: string) => ({ key: hex(16), role, type, size: 1, sha256: hex(32) });
			const mp3 = await song(owner.id, [blob("audio", "audio/mpeg"), blob("cover", "image/jpeg")]);
			const wav = await song(owner.id, [blob("audio", "audio/wav")]);
			const none = await song(owner.id);
			const types = await store.items.blobTypes([mp3.id, wav.id, none.id, ...Array.from({ length: 1000 }, (_, at) => 1e6 + at)], "audio");
			expect(types).toEqual(
				new Map([
					[mp3.id, "audio/mpeg"],
					[wav.id, "audio/wav"],
				]),
			);
		});

		test("of several that delete one thing at once one did, and of several that take it back all have it", async () => {
			const owner = await user();
			const { id } = await song(owner.id);
			const trashed = await Promise.all(Array.from({ length: 6 }, () => store.items.trash(id, at)));
			expect(trashed.filter((each) => each)).toHaveLength(1);
			const restored = await Promise.all(Array.from({ length: 6 }, () => store.items.restore({ id, ownerId: owner.id })));
			expect(restored.map((each) => each?.id)).toEqual(Array.from({ length: 6 }, () => id));
		});
	});
}
