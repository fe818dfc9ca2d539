import type { Counters } from "@/lib/ports";
import { type Db, type Tx, uniqueViolation, unlessGone } from "./client";
import { firstAnswer, keepAnswer } from "./idempotency";

/** Counts in the database: totals on the link and the items, and one row a link and day. */
export function prismaCounters(db: Db): Counters {
	const playOnce = ({ once, ...play }: Parameters<Counters["play"]>[0]) =>
		db.$transaction(async (tx) => {
			const earlier = await firstAnswer(tx, once, play.at);
			if (earlier) return earlier !== "mismatch";
			await countPlay(tx, play);
			await keepAnswer(tx, once, { outcome: "granted" });
			return true;
		});
	return {
		view: ({ shareId, at, referrer }) =>
			db.$transaction(async (tx) => {
				await tx.share.updateMany({ where: { id: shareId }, data: { viewCount: { increment: 1 }, lastAccessedAt: at } });
				await countDay(tx, shareId, at, "views");
				if (referrer) await countReferrer(tx, shareId, referrer);
			}),
		async play(play) {
			try {
				return await playOnce(play);
			} catch (error) {
				if (!play.once || !uniqueViolation(error)) throw error;
				return playOnce(play);
			}
		},
	};
}

/** Adds one play to link, song and playlist, and to the link's day. */
export async function countPlay(
	tx: Tx,
	{ shareId, songId, collectionId, at }: { shareId: number; songId: number; collectionId: number | null; at: Date },
): Promise<void> {
	await tx.share.updateMany({ where: { id: shareId }, data: { playCount: { increment: 1 }, lastAccessedAt: at } });
	const items = collectionId === null ? [songId] : [songId, collectionId];
	await tx.item.updateMany({ where: { id: { in: items } }, data: { playCount: { increment: 1 } } });
	await countDay(tx, shareId, at, "plays");
}

async function countDay(tx: Tx, shareId: number, at: Date, column: "views" | "plays"): Promise<void> {
	const day = at.toISOString().slice(0, 10);
	await unlessGone("share_not_found", () =>
		tx.dailyStat.upsert({
			where: { shareId_day: { shareId, day } },
			create: { shareId, day, [column]: 1 },
			update: { [column]: { increment: 1 } },
		}),
	);
}

/** Hosts kept a link. Whoever asks says where they come from, and could make up a new one each time. */
const mostHosts = 200;
/** What further hosts are counted as. No host is called so. */
const otherHosts = "(other)";

async function countReferrer(tx: Tx, shareId: number, host: string): Promise<void> {
	const known = await tx.referrerStat.updateMany({ where: { shareId, host }, data: { views: { increment: 1 } } });
	if (known.count > 0) return;
	const kept = (await tx.referrerStat.count({ where: { shareId } })) < mostHosts ? host : otherHosts;
	await tx.referrerStat.upsert({
		where: { shareId_host: { shareId, host: kept } },
		create: { shareId, host: kept, views: 1 },
		update: { views: { increment: 1 } },
	});
}
