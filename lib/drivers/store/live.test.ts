import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { storeContract } from "@/lib/drivers/contracts/store.contract";
import { at, hex, type Store, scene } from "@/lib/drivers/contracts/store-scene";
import { memoryBus } from "@/lib/drivers/memory/bus";
import { subscribers } from "@/lib/drivers/memory/subscribers";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import type { Bus } from "@/lib/ports";
import { liveStore } from "./live";

const file = join(mkdtempSync(join(tmpdir(), "passalong-live-")), "test.db");
const rows = () => {
	migrateSqlite(file, "prisma/migrations/sqlite");
	return prismaStore(openSqlite(file), "sqlite");
};

storeContract("A store that remembers", async () => liveStore(rows(), memoryBus(), { maxAge: null }));

describe("a store that remembers and announces", () => {
	let bus: Bus;
	let store: ReturnType<typeof liveStore<Store>>;
	/** Another instance's store on the same rows and the same bus. */
	let other: ReturnType<typeof liveStore<Store>>;
	let told: string[];
	beforeEach(() => {
		bus = memoryBus();
		const both = rows();
		store = liveStore(both, bus, { maxAge: null });
		other = liveStore(both, bus, { maxAge: null });
		told = [];
		bus.subscribeAll((topic) => told.push(topic));
	});

	test("every change of what a link shows is seen by the next question, on another instance too", async () => {
		const { owner, item, share, members } = await scene(store).published({ songs: 2 });
		const [songId = 0, otherSong = 0] = members;
		const seen = async () => [(await other.shares.byCode(share.code))?.policy.isActive, (await other.shares.byCode(share.code))?.endedAt];
		const ownership = { ids: [share.id], ownerId: owner.id };
		expect(await seen()).toEqual([true, null]);
		await store.shares.update(ownership, { isActive: false }, { what: "changed" }, at);
		expect(await seen()).toEqual([false, null]);
		await store.shares.update(ownership, { isActive: true }, { what: "changed" }, at);
		expect(await seen()).toEqual([true, null]);

		expect(await other.items.hasMember(item.id, songId)).toBe(true);
		await store.items.update(item.id, item.version, { members: [otherSong], updatedAt: at });
		expect(await other.items.hasMember(item.id, songId)).toBe(false);
		expect(await other.items.hasMember(item.id, otherSong)).toBe(true);
		await store.items.trash(otherSong, at);
		expect(await other.items.hasMember(item.id, otherSong)).toBe(false);

		await store.items.trash(item.id, at);
		expect(await seen()).toEqual([true, at]);
		await store.items.restore({ id: item.id, ownerId: owner.id });
		expect(await seen()).toEqual([true, null]);
		await store.users.remove(owner.id);
		expect(await other.shares.byCode(share.code)).toBeNull();
	});

	test("a file is found where it lies now, and a song that is given a place behind its link is seen there", async () => {
		const { owner, item } = await scene(store).published();
		const blob = (role: string) => ({ key: hex(16), role, type: "image/webp", size: 1, sha256: hex(32) });
		const song = await scene(store).song(owner.id, [blob("cover")]);
		expect((await other.items.blob(song.id, "cover"))?.key).toBeDefined();
		const cover = { version: "1", blobs: [blob("cover")] };
		await store.items.setCover(song.id, cover, at);
		expect((await other.items.blob(song.id, "cover"))?.key).toBe(cover.blobs[0]?.key);
		await store.items.setCover(song.id, null, at);
		expect(await other.items.blob(song.id, "cover")).toBeNull();

		const publish = (contextId?: number) =>
			store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: song.id, kind: "song", playLimit: 3, contextId });
		const { share } = await publish();
		expect((await other.shares.byCode(share.code))?.contextId).toBeNull();
		await publish(item.id);
		expect((await other.shares.byCode(share.code))?.contextId).toBe(item.id);
	});

	test("whoever's change is acknowledged has told all who show it, and a change that fails is told as well", async () => {
		const { owner, item, share } = await scene(store).published();
		told.length = 0;
		await store.shares.end(share.id, at);
		await store.users.update(owner.id, {}, { endSessions: true });
		await store.items.update(item.id, item.version + 5, { updatedAt: at });
		expect(told).toEqual([`share:${share.id}`, `owner:${owner.id}`, `item:${item.id}`]);
		const { email } = await scene(store).user();
		told.length = 0;
		await expect(store.users.update(owner.id, { email }, { endSessions: false })).rejects.toThrow();
		expect(told).toEqual([`owner:${owner.id}`]);
	});

	test("a link whose making failed may have been made: what depends on its item and owner is looked up anew", async () => {
		const { owner, item, share } = await scene(store).published();
		const both = rows();
		const lost: Store["shares"] = { ...both.shares, publish: () => Promise.reject(new Error("nobody knows")) };
		const cut = liveStore({ ...both, shares: lost }, bus, { maxAge: null });
		const before = await other.shares.byCode(share.code);
		expect(await other.shares.byCode(share.code)).toBe(before);
		told.length = 0;
		const again = { code: hex(8), ownerId: owner.id, itemId: item.id, kind: "playlist", playLimit: 3 };
		await expect(cut.shares.publish(again)).rejects.toThrow("nobody knows");
		expect(told).toEqual([`item:${item.id}`, `owner:${owner.id}`]);
		expect(await other.shares.byCode(share.code)).not.toBe(before);
	});

	test("unsure, what grows old by itself is kept until then, and what a look found that a change overtook is not", async () => {
		const { tell, tellUnsure, ...hears } = subscribers();
		const base = rows();
		let asked = 0;
		let hold: Promise<void> | null = null;
		const counting = {
			...base,
			shares: {
				...base.shares,
				byCode: async (code: string) => {
					asked++;
					const found = await base.shares.byCode(code);
					await hold;
					return found;
				},
			},
		};
		const shared = liveStore(counting, { ...hears, publish: async () => {} }, { maxAge: 60_000 });
		const { share, owner } = await scene(base).published();
		for (let time = 0; time < 5; time++) {
			await shared.shares.byCode(share.code);
			tellUnsure();
		}
		expect(asked).toBe(1);
		tell(`share:${share.id}`, "changed");
		let release = () => {};
		hold = new Promise<void>((resolve) => {
			release = resolve;
		});
		const early = shared.shares.byCode(share.code);
		await base.shares.update({ ids: [share.id], ownerId: owner.id }, { isActive: false }, { what: "changed" }, at);
		tell(`share:${share.id}`, "changed");
		tellUnsure();
		release();
		await early;
		expect((await shared.shares.byCode(share.code))?.policy.isActive).toBe(false);
	});

	test("the epoch of somebody's sessions is asked once, and again when the account changed or is gone", async () => {
		const { owner } = await scene(store).published();
		expect(await other.sessions.epochOf(owner.id)).toBe(owner.sessionEpoch);
		await store.users.update(owner.id, {}, { endSessions: true });
		expect(await other.sessions.epochOf(owner.id)).toBe(owner.sessionEpoch + 1);
		await store.users.remove(owner.id);
		expect(await other.sessions.epochOf(owner.id)).toBeNull();
	});

	test("what a look back costs nobody: reading tells nothing", async () => {
		const { owner, item, share } = await scene(store).published();
		told.length = 0;
		await Promise.all([
			store.shares.byCode(share.code),
			store.shares.list(owner.id),
			store.items.byId(item.id),
			store.users.byId(owner.id),
		]);
		expect(told).toEqual([]);
	});
});
