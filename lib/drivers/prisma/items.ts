import type { Item, ItemChanges, Items } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, uniqueViolation, unlessGone } from "./client";
import { firstMembers, setCover } from "./covers";
import { inParts } from "./parts";
import { type Engine, transact } from "./transact";
import { purge, restore, there, trash } from "./trash";

/** Items, their members and the rows of their files in the database. */
export function prismaItems(db: Db, engine: Engine): Items {
	return {
		create: ({ blobs = [], members = [], content, ...item }) =>
			unlessGone("unauthorized", () =>
				transact(db, async (tx) => {
					const created = await insert(tx, { ...item, content: json(content) });
					for (const blob of blobs) await tx.blob.create({ data: { ...blob, itemId: created.id, ownerId: item.ownerId } });
					await writeMembers(tx, created.id, members);
					return created;
				}),
			),
		bySource: (from) => db.item.findUnique({ where: { ownerId_source: from, ...there } }),
		byId: (id) => db.item.findUnique({ where: { id, ...there } }),
		list: (owner) => db.item.findMany({ where: { ...owner, ...there }, orderBy: { id: "desc" } }),
		heads: ({ ownerId, kinds }) =>
			db.item.findMany({ where: { ownerId, kind: { in: [...kinds] }, ...there }, orderBy: { id: "desc" }, omit: { content: true } }),
		async countOwn(owner, ids) {
			const counts = await Promise.all(inParts(ids).map((part) => db.item.count({ where: { ...owner, ...there, id: { in: part } } })));
			return counts.reduce((sum, count) => sum + count, 0);
		},
		async members(collectionIds) {
			const found = new Map<number, Item[]>(collectionIds.map((id) => [id, []]));
			for (const part of inParts(collectionIds)) {
				const rows = await db.itemMember.findMany({
					where: { collectionId: { in: part }, member: there },
					orderBy: { position: "asc" },
					include: { member: true },
				});
				for (const row of rows) found.get(row.collectionId)?.push(row.member);
			}
			return found;
		},
		firstMembers: (collectionIds) => firstMembers(db, collectionIds),
		async hasMember(collectionId, memberId) {
			return (await db.itemMember.count({ where: { collectionId, memberId, collection: there, member: there } })) === 1;
		},
		blob: (itemId, role) => db.blob.findUnique({ where: { itemId_role: { itemId, role }, item: there } }),
		async twinOf({ id, ownerId }, file) {
			const twin = await db.blob.findFirst({ where: { ownerId, ...file, itemId: { lt: id }, item: there }, orderBy: { itemId: "asc" } });
			return twin?.itemId ?? null;
		},
		async blobTypes(itemIds, role) {
			const asked = inParts(itemIds).map((part) =>
				db.blob.findMany({ where: { itemId: { in: part }, role }, select: { itemId: true, type: true } }),
			);
			return new Map((await Promise.all(asked)).flat().map(({ itemId, type }) => [itemId, type]));
		},
		files: (itemId) => db.blob.findMany({ where: { itemId, item: there }, orderBy: { role: "asc" } }),
		async knownBlobs(keys) {
			const asked = inParts(keys).map((part) => db.blob.findMany({ where: { key: { in: part } }, select: { key: true } }));
			return new Set((await Promise.all(asked)).flat().map((row) => row.key));
		},
		update: (id, version, changes) => transact(db, (tx) => update(tx, id, version, changes)),
		setCover: (id, cover, at) => transact(db, (tx) => setCover(tx, id, cover, at)),
		trash: (id, at) => transact(db, (tx) => trash(tx, id, at)),
		async restore(owner) {
			try {
				return await transact(db, (tx) => restore(tx, owner));
			} catch (error) {
				if (uniqueViolation(error)) throw new Refused("already_there");
				throw error;
			}
		},
		purge: (before) => purge(db, engine, before),
	};
}

async function insert(tx: Tx, data: Parameters<Tx["item"]["create"]>[0]["data"]): Promise<Item> {
	try {
		return await tx.item.create({ data });
	} catch (error) {
		if (uniqueViolation(error)?.includes("source")) throw new Refused("already_there");
		throw error;
	}
}

async function update(
	tx: Tx,
	id: number,
	version: number,
	{ members, addBlobs, dropRoles, ...changes }: ItemChanges,
): Promise<string[] | null> {
	const { content, ...plain } = changes;
	const written = content === undefined ? {} : { content: json(content) };
	const { count } = await tx.item.updateMany({
		where: { id, version, ...there },
		data: { ...plain, ...written, version: { increment: 1 } },
	});
	if (count === 0) return null;
	if (members) {
		await tx.itemMember.deleteMany({ where: { collectionId: id } });
		await writeMembers(tx, id, members);
	}
	const freed = dropRoles ? await dropBlobs(tx, id, dropRoles) : [];
	if (addBlobs?.length) {
		const { ownerId } = await tx.item.findUniqueOrThrow({ where: { id }, select: { ownerId: true } });
		for (const part of inParts(addBlobs, 100)) await tx.blob.createMany({ data: part.map((blob) => ({ ...blob, itemId: id, ownerId })) });
	}
	return freed;
}

async function dropBlobs(tx: Tx, itemId: number, roles: string[]): Promise<string[]> {
	const freed: string[] = [];
	for (const part of inParts(roles)) {
		const where = { itemId, role: { in: part } };
		freed.push(...(await tx.blob.findMany({ where, select: { key: true } })).map(({ key }) => key));
		await tx.blob.deleteMany({ where });
	}
	return freed;
}

async function writeMembers(tx: Tx, collectionId: number, members: number[]): Promise<void> {
	if (members.length === 0) return;
	const counts = await Promise.all(inParts(members).map((part) => tx.item.count({ where: { id: { in: part }, ...there } })));
	if (counts.reduce((sum, count) => sum + count, 0) !== members.length) throw new Refused("member_gone");
	await unlessGone("member_gone", () =>
		tx.itemMember.createMany({ data: members.map((memberId, position) => ({ collectionId, memberId, position })) }),
	);
}

/** Content was parsed by its kind's schema and is plain JSON; Prisma's type for that knows no `unknown`. */
function json(content: unknown): object {
	return Object(content);
}
