import type { Item, NewCover } from "@/lib/ports";
import type { Db, Tx } from "./client";
import { inParts } from "./parts";
import { there } from "./trash";

const roles = ["cover", "cover-small"];

/** Replaces the files and the version of an item's cover; answers the keys that are free now, null when the item is gone. */
export async function setCover(tx: Tx, id: number, cover: NewCover | null, at: Date): Promise<string[] | null> {
	// The first of several that come at once holds the item's row; the next one finds what it has left.
	const data = { cover: cover?.version ?? null, updatedAt: at, version: { increment: 1 } };
	if ((await tx.item.updateMany({ where: { id, ...there }, data })).count === 0) return null;
	const { ownerId } = await tx.item.findUniqueOrThrow({ where: { id }, select: { ownerId: true } });
	const replaced = { itemId: id, role: { in: roles } };
	const old = await tx.blob.findMany({ where: replaced, select: { key: true } });
	await tx.blob.deleteMany({ where: replaced });
	for (const blob of cover?.blobs ?? []) await tx.blob.create({ data: { ...blob, itemId: id, ownerId } });
	return old.map((blob) => blob.key);
}

/** The first member of each collection that has any. */
export async function firstMembers(db: Db, collectionIds: number[]): Promise<Map<number, Item>> {
	const found = new Map<number, Item>();
	for (const part of inParts(collectionIds)) {
		const first = await db.itemMember.groupBy({
			by: ["collectionId"],
			where: { collectionId: { in: part }, member: there },
			_min: { position: true },
		});
		// Each place is a pair of values, and a statement takes only so many.
		for (const places of inParts(first, 250)) {
			const at = places.map(({ collectionId, _min }) => ({ collectionId, position: _min.position ?? 0 }));
			const rows = await db.itemMember.findMany({ where: { OR: at }, include: { member: true } });
			for (const row of rows) found.set(row.collectionId, row.member);
		}
	}
	return found;
}
