import type { Item } from "@/lib/ports";
import type { Db, Tx } from "./client";

/** What has not been deleted. */
export const there = { deletedAt: null };

/** While an item is hidden it does not stand in the way of another one from the same source. */
const hidden = (id: number, source: string) => `deleted:${id}:${source}`;

/** Hides an item. Its links are over as long as it is hidden (`toShare`): nothing is written on them, so nothing has to be taken back. */
export async function trash(tx: Tx, id: number, at: Date): Promise<boolean> {
	const item = await tx.item.findUnique({ where: { id, ...there }, select: { source: true } });
	if (!item) return false;
	await tx.item.update({ where: { id }, data: { deletedAt: at, source: item.source && hidden(id, item.source) } });
	return true;
}

/** Shows a hidden item again, and so its links, but for those that their owner ended. */
export async function restore(tx: Tx, { id, ownerId }: { id: number; ownerId: string }): Promise<Item | null> {
	const item = await tx.item.findUnique({ where: { id, ownerId } });
	if (!item?.deletedAt) return item;
	const prefix = hidden(id, "");
	const source = item.source?.startsWith(prefix) ? item.source.slice(prefix.length) : item.source;
	return tx.item.update({ where: { id }, data: { deletedAt: null, source } });
}

/** Removes what was hidden before that time, a hundred at once; answers the keys of its files. */
export async function purge(db: Db, before: Date): Promise<string[]> {
	const keys: string[] = [];
	for (;;) {
		const removed = await db.$transaction(async (tx) => {
			const items = await tx.item.findMany({ where: { deletedAt: { lt: before } }, select: { id: true, deletedAt: true }, take: 100 });
			const ids = items.map((item) => item.id);
			const blobs = await tx.blob.findMany({ where: { itemId: { in: ids } }, select: { key: true } });
			for (const { id, deletedAt } of items) {
				await tx.share.updateMany({ where: { itemId: id, endedAt: null }, data: { endedAt: deletedAt } });
				await tx.share.updateMany({ where: { primaryOf: id }, data: { primaryOf: null } });
			}
			await tx.item.deleteMany({ where: { id: { in: ids } } });
			return { items: ids.length, keys: blobs.map((blob) => blob.key) };
		});
		keys.push(...removed.keys);
		if (removed.items === 0) return keys;
	}
}
