import type { Allowed, ShareStats, Shares } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, uniqueViolation, unlessGone } from "./client";
import { byText } from "./findable";
import { linkChanges } from "./link-changes";
import { inParts } from "./parts";
import { include, type ShareRow, toListed, toShare } from "./share-row";
import { there } from "./trash";

const counts = { viewCount: true, playCount: true, lastAccessedAt: true } as const;

/** Links in the database. */
export function prismaShares(db: Db): Shares {
	return {
		async publish(given) {
			// Who loses the race for the primary link finds the winner's, unless that one was ended at the same moment.
			for (let attempt = 1; ; attempt++) {
				try {
					return await publishOnce(db, given);
				} catch (error) {
					if (attempt === 3 || !uniqueViolation(error)) throw error;
				}
			}
		},
		async byCode(code) {
			const row = await byText(code, () => db.share.findUnique({ where: { code }, include, omit: counts }));
			return row && toShare(row);
		},
		counts: (id) => db.share.findUnique({ where: { id }, select: counts }),
		async byId(id) {
			const row = await db.share.findUnique({ where: { id }, include });
			return row && toShare(row);
		},
		async list(ownerId) {
			const rows = await db.share.findMany({ where: { ownerId }, orderBy: { id: "desc" }, include: { item: { omit: { content: true } } } });
			return rows.map((row) => ({ share: toListed(row), item: row.item?.deletedAt === null ? row.item : null }));
		},
		async allowed(ids) {
			const lists = new Map<number, Allowed[]>();
			for (const part of inParts(ids)) {
				const select = { ...include.allow.select, shareId: true };
				const rows = await db.allowEntry.findMany({ where: { shareId: { in: part } }, select, orderBy: { id: "asc" } });
				for (const { shareId, ...entry } of rows) {
					const list = lists.get(shareId) ?? [];
					list.push(entry);
					lists.set(shareId, list);
				}
			}
			return lists;
		},
		allowEntries: (shareId) =>
			db.allowEntry.findMany({ where: { shareId }, select: { id: true, email: true, createdAt: true }, orderBy: { id: "asc" } }),
		...linkChanges(db),
		async ownerStats(ownerId, since) {
			const [days, signups] = await Promise.all([
				db.dailyStat.findMany({ where: { share: { ownerId }, day: { gte: since } } }),
				db.referral.count({ where: { share: { ownerId } } }),
			]);
			return { days, signups };
		},
		stats: (id, since) => shareStats(db, id, since),
		async primary(itemId) {
			const row = await db.share.findUnique({ where: { primaryOf: itemId }, include });
			return row && toShare(row);
		},
		async snapshot(shareId) {
			return db.snapshot.findUnique({ where: { shareId }, select: { title: true, content: true } });
		},
		async listPrimary({ ownerId, kinds }) {
			const rows = await db.share.findMany({
				where: { ownerId, kind: { in: [...kinds] }, endedAt: null, primaryOf: { not: null }, item: there },
				orderBy: { id: "desc" },
				include: { ...include, item: true },
			});
			return rows.flatMap((row) => (row.item ? [{ share: toShare(row), item: row.item }] : []));
		},
	};
}

async function publishOnce(db: Db, { itemId, contextId, forUserId, ...share }: Parameters<Shares["publish"]>[0]) {
	const place = forUserId === undefined ? { primaryOf: itemId } : { personalOf: `${itemId}:${forUserId}` };
	// A deleted item has links still, in case it is taken back; it is as absent as one that never was.
	if ((await db.item.count({ where: { id: itemId, ...there } })) === 0) throw new Refused("not_found");
	const existing = await db.share.findFirst({ where: place, include });
	if (existing) return { share: toShare(await withContext(db, existing, contextId)), created: false };
	const made = await unlessGone("not_found", () =>
		db.share.create({
			data: { ...share, ...place, itemId, contextId, forUserId, events: { create: { what: "made", at: new Date() } } },
			include,
		}),
	);
	return { share: toShare(made), created: true };
}

async function withContext(db: Db, share: ShareRow, contextId: number | null | undefined): Promise<ShareRow> {
	if (contextId === undefined || contextId === share.contextId) return share;
	return unlessGone("playlist_not_found", () => db.share.update({ where: { id: share.id }, data: { contextId }, include }));
}

async function shareStats(db: Db, shareId: number, since: string): Promise<ShareStats> {
	const [days, referrers, signups] = await Promise.all([
		db.dailyStat.findMany({ where: { shareId, day: { gte: since } }, select: { day: true, views: true, plays: true } }),
		db.referrerStat.findMany({ where: { shareId }, select: { host: true, views: true }, orderBy: [{ views: "desc" }, { host: "asc" }] }),
		db.referral.count({ where: { shareId } }),
	]);
	return { days, referrers, signups };
}
