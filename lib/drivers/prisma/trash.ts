import type { Item } from "@/lib/ports";
import type { Db, Tx } from "./client";
import { lockRows } from "./lock";
import { type Engine, transact } from "./transact";

/** What has not been deleted. */
export const there = { deletedAt: null };

/** While an item is hidden it does not stand in the way of another one from the same source. */
const hidden = (id: number, source: string) => `deleted:${id}:${source}`;

/** Hides an item. Its links are over as long as it is hidden (`toShare`): nothing is written on them, so nothing has to be taken back. */
export async function trash(tx: Tx, id: number, at: Date): Promise<boolean> {
	const item = await tx.item.findUnique({ where: { id, ...there }, select: { source: true } });
	if (!item) return false;
	const data = { deletedAt: at, source: item.source && hidden(id, item.source) };
	return (await tx.item.updateMany({ where: { id, ...there }, data })).count === 1;
}

/** Shows a hidden item again, and so its links, but for those that their owner ended. */
export async function restore(tx: Tx, owner: { id: number; ownerId: string }): Promise<Item | null> {
	const item = await tx.item.findUnique({ where: owner });
	if (!item?.deletedAt) return item;
	const prefix = hidden(owner.id, "");
	const source = item.source?.startsWith(prefix) ? item.source.slice(prefix.length) : item.source;
	// It may have been removed for good since we looked, or taken back by a twin of this call.
	await tx.item.updateMany({ where: { ...owner, deletedAt: { not: null } }, data: { deletedAt: null, source } });
	return tx.item.findUnique({ where: { ...owner, ...there } });
}

/** Removes what was hidden before that time, a hundred at once; answers the keys of its files. */
export async function purge(db: Db, engine: Engine, before: Date): Promise<string[]> {
	const keys: string[] = [];
	for (;;) {
		const old = { deletedAt: { lt: before } };
		const found = await db.item.findMany({ where: old, select: { id: true }, orderBy: { id: "asc" }, take: 100 });
		if (found.length === 0) return keys;
		const removed = await transact(db, async (tx) => {
			const wanted = found.map(({ id }) => id);
			await lockRows(tx, engine, "Item", wanted);
			// Not what its owner took back, or another instance removed, before we held it.
			const items = await tx.item.findMany({ where: { id: { in: wanted }, ...old }, select: { id: true, deletedAt: true } });
			const ids = items.map((item) => item.id);
			const blobs = await tx.blob.findMany({ where: { itemId: { in: ids } }, select: { key: true } });
			for (const { id, deletedAt } of items) {
				await tx.share.updateMany({ where: { itemId: id, endedAt: null }, data: { endedAt: deletedAt } });
				await tx.share.updateMany({ where: { itemId: id }, data: { primaryOf: null, personalOf: null } });
			}
			await tx.item.deleteMany({ where: { id: { in: ids } } });
			return blobs.map((blob) => blob.key);
		});
		keys.push(...removed);
	}
}
