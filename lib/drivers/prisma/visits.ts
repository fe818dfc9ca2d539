import { z } from "zod";
import type { Spend, Spent, Visits } from "@/lib/ports";
import { type Db, type Tx, uniqueViolation } from "./client";
import { countPlay } from "./counters";
import { firstAnswer, keepAnswer } from "./idempotency";

const spent = z.object({ outcome: z.enum(["granted", "replayed", "refused"]), playCount: z.int() });

/** Visits and what they spent, in the database. */
export function prismaVisits(db: Db): Visits {
	return {
		create: (visit) => db.visit.create({ data: visit }),
		byId: (id) => db.visit.findUnique({ where: { id } }),
		async songsPlayed(visitId) {
			const rows = await db.play.findMany({ where: { visitId }, orderBy: { createdAt: "asc" }, select: { songId: true } });
			return rows.map((row) => row.songId);
		},
		async spend(spend) {
			try {
				return await db.$transaction((tx) => spendOnce(tx, spend));
			} catch (error) {
				// The same song, or the same key, was spent by a twin of this request between our look and our write, and
				// everything here was rolled back. Now the twin's row can be seen, and the answer follows from it.
				if (!uniqueViolation(error)) throw error;
				return db.$transaction((tx) => spendOnce(tx, spend));
			}
		},
		async sweep(at) {
			await db.visit.deleteMany({ where: { expiresAt: { lt: at } } });
			await db.idempotentAnswer.deleteMany({ where: { expiresAt: { lt: at } } });
		},
	};
}

async function spendOnce(tx: Tx, play: Spend): Promise<Spent> {
	const earlier = await firstAnswer(tx, play.once, play.at);
	if (earlier === "mismatch") return { outcome: "mismatch" };
	if (earlier) return spent.parse(earlier.answer);
	const answer = await spendPlay(tx, play);
	await keepAnswer(tx, play.once, answer);
	return answer;
}

async function spendPlay(tx: Tx, { visitId, songId, limit, ...play }: Spend): Promise<z.infer<typeof spent>> {
	const { playCount } = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { playCount: true } });
	if (limit !== null && playCount >= limit) return { outcome: "refused", playCount };
	if (await tx.play.findUnique({ where: { visitId_songId: { visitId, songId } } })) return { outcome: "replayed", playCount };
	// Test and spend are one statement: two tabs that press play together cannot share the last play.
	const { count } = await tx.visit.updateMany({
		where: { id: visitId, ...(limit === null ? {} : { playCount: { lt: limit } }) },
		data: { playCount: { increment: 1 } },
	});
	if (count === 0) return { outcome: "refused", playCount: limit ?? playCount };
	await tx.play.create({ data: { visitId, songId } });
	await countPlay(tx, { songId, ...play });
	const visit = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { playCount: true } });
	return { outcome: "granted", playCount: visit.playCount };
}
