import type { Share, Shares } from "@/lib/ports";
import { type Db, uniqueViolation, unlessGone } from "./client";
import type { ShareModel } from "./generated/models/Share";

/** Links in the database. */
export function prismaShares(db: Db): Shares {
	return {
		async publish({ itemId, ...share }) {
			const existing = await db.share.findUnique({ where: { primaryOf: itemId } });
			if (existing) return { share: toShare(existing), created: false };
			try {
				const created = await unlessGone("not_found", () => db.share.create({ data: { ...share, itemId, primaryOf: itemId } }));
				return { share: toShare(created), created: true };
			} catch (error) {
				// Somebody made it since we looked: the unique index let one through, and that one is ours too.
				const winner = uniqueViolation(error) && (await db.share.findUnique({ where: { primaryOf: itemId } }));
				if (!winner) throw error;
				return { share: toShare(winner), created: false };
			}
		},
		async byCode(code) {
			const row = await db.share.findUnique({ where: { code } });
			return row && toShare(row);
		},
		async listPrimary(ownerId) {
			const rows = await db.share.findMany({
				where: { ownerId, endedAt: null, primaryOf: { not: null } },
				orderBy: { id: "desc" },
				include: { item: true },
			});
			return rows.flatMap(({ item, ...row }) => (item ? [{ share: toShare(row), item }] : []));
		},
		async end(id, at) {
			const { count } = await db.share.updateMany({ where: { id, endedAt: null }, data: { endedAt: at, updatedAt: at, primaryOf: null } });
			return count === 1;
		},
	};
}

function toShare({ isActive, startsAt, expiresAt, playLimit, ...row }: ShareModel): Share {
	return { ...row, policy: { isActive, startsAt, expiresAt, playLimit } };
}
