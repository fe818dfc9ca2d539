import { beforeAll, describe, expect, test } from "vitest";
import type { BlobRow, Items, User } from "@/lib/ports";
import { at, hex, type Store, scene } from "./store-scene";

const blob = (role: string): BlobRow => ({ key: hex(16), role, type: "image/webp", size: 1, sha256: hex(32) });
const newCover = () => ({ version: hex(4), blobs: [blob("cover"), blob("cover-small")] });

/** What every store keeps of covers. */
export function coversContract(name: string, make: () => Promise<Store>): void {
	describe(`${name} as a store of covers`, () => {
		let items: Items;
		let owner: User;
		beforeAll(async () => {
			const store = await make();
			items = store.items;
			owner = await scene(store).user();
		});
		const song = (given: Partial<Parameters<Items["create"]>[0]> = {}) =>
			items.create({ ownerId: owner.id, kind: "song", title: "Northbound", description: "", content: {}, ...given });
		const keys = ({ blobs }: { blobs: BlobRow[] }) => blobs.map(({ key }) => key).sort();

		test("a cover comes with its item, is replaced whole, and its files are named when they are free", async () => {
			const first = newCover();
			const item = await song({ cover: first.version, blobs: [blob("audio"), ...first.blobs] });
			expect(item.cover).toBe(first.version);
			const second = newCover();
			expect((await items.setCover(item.id, second, at))?.sort()).toEqual(keys(first));
			expect(await items.byId(item.id)).toMatchObject({ cover: second.version, version: 2, updatedAt: at });
			expect((await items.blob(item.id, "cover-small"))?.key).toBe(second.blobs[1]?.key);
			expect((await items.setCover(item.id, null, at))?.sort()).toEqual(keys(second));
			expect((await items.byId(item.id))?.cover).toBeNull();
			expect(await items.blob(item.id, "cover")).toBeNull();
			expect((await items.blob(item.id, "audio"))?.role).toBe("audio");
		});

		test("of ten covers given at once one stays, and each of the others is named once", async () => {
			const item = await song();
			const covers = Array.from({ length: 10 }, newCover);
			const freed = (await Promise.all(covers.map((cover) => items.setCover(item.id, cover, at)))).flatMap((each) => each ?? []);
			const stays = covers.filter(({ version }) => !freed.includes(version)).find(({ blobs }) => !freed.includes(blobs[0]?.key ?? ""));
			expect(freed.sort()).toEqual(
				covers
					.filter((cover) => cover !== stays)
					.flatMap(keys)
					.sort(),
			);
			expect((await items.byId(item.id))?.cover).toBe(stays?.version);
		});

		test("an item that is gone takes no cover", async () => {
			const item = await song();
			await items.trash(item.id, at);
			const cover = newCover();
			expect(await items.setCover(item.id, cover, at)).toBeNull();
			expect(await items.knownBlobs(keys(cover))).toEqual(new Set());
		});

		test("nothing changes when a cover cannot be stored", async () => {
			const cover = newCover();
			const item = await song({ cover: cover.version, blobs: cover.blobs });
			await expect(items.setCover(item.id, { version: "00000000", blobs: [blob("cover"), blob("cover")] }, at)).rejects.toThrow();
			expect((await items.byId(item.id))?.cover).toBe(cover.version);
			expect(await items.knownBlobs(keys(cover))).toEqual(new Set(keys(cover)));
		});

		test("finds the first member of each collection that has one", async () => {
			const [one, two] = [await song(), await song()];
			const list = (members: number[]) => song({ kind: "playlist", members });
			const [both, turned, none] = [await list([one.id, two.id]), await list([two.id, one.id]), await list([])];
			const first = await items.firstMembers([both.id, turned.id, none.id]);
			expect([...first].map(([id, member]) => [id, member.id]).sort()).toEqual([
				[both.id, one.id],
				[turned.id, two.id],
			]);
			await items.trash(one.id, at);
			expect((await items.firstMembers([both.id])).get(both.id)?.id).toBe(two.id);
			expect(await items.firstMembers([])).toEqual(new Map());
		});
	});
}
