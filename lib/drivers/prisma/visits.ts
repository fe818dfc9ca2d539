import { z } from "zod";
import type { Spend, Spent, Visits } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Db, type Tx, uniqueViolation, unlessGone } from "./client";
import { countPlays } from "./counters";
import { firstAnswer, keepAnswer } from "./idempotency";
import type { Engine } from "./transact";

const spent = z.object({ outcome: z.enum(["granted", "replayed", "refused"]), playCount: z.int() });

/** Visits and what they spent, in the database. */
export function prismaVisits(db: Db, engine: Engine): Visits {
	return {
		create: (visit) => unlessGone("share_not_found", () => db.visit.create({ data: visit })),
		byId: (id) => db.visit.findUnique({ where: { id } }),
		async songsPlayed(visitId) {
			const rows = await db.play.findMany({ where: { visitId }, orderBy: { createdAt: "asc" }, select: { songId: true } });
			return rows.map((row) => row.songId);
		},
		async spend(spend) {
			try {
				return await db.$transaction((tx) => spendOnce(tx, engine, spend));
			} catch (error) {
				// The same song, or the same key, was spent by a twin of this request between our look and our write, and
				// everything here was rolled back. Now the twin's row can be seen, and the answer follows from it.
				if (!uniqueViolation(error)) throw error;
				return db.$transaction((tx) => spendOnce(tx, engine, spend));
			}
		},
		isKeyTaken: async (once, at) => (await firstAnswer(db, once, at)) === "mismatch",
		async sweep({ visitsBefore, answersBefore }) {
			await db.visit.deleteMany({ where: { expiresAt: { lt: visitsBefore } } });
			await db.idempotentAnswer.deleteMany({ where: { expiresAt: { lt: answersBefore } } });
		},
	};
}

async function spendOnce(tx: Tx, engine: Engine, play: Spend): Promise<Spent> {
	const earlier = await firstAnswer(tx, play.once, play.at);
	if (earlier === "mismatch") return { outcome: "mismatch" };
	if (earlier) return spent.parse(earlier.answer);
	const answer = await spendPlay(tx, engine, play);
	// A refusal spent nothing and follows from the visit's state again; kept, strangers could fill the table with them.
	if (answer.outcome !== "refused") await keepAnswer(tx, play.once, answer);
	return answer;
}

async function spendPlay(tx: Tx, engine: Engine, { visitId, songId, limit, ...play }: Spend): Promise<z.infer<typeof spent>> {
	const before = await tx.visit.findUnique({ where: { id: visitId }, select: { playCount: true } });
	if (!before) throw new Refused("share_not_found");
	const { playCount } = before;
	if (limit !== null && playCount >= limit) return { outcome: "refused", playCount };
	if (await tx.play.findUnique({ where: { visitId_songId: { visitId, songId } } })) return { outcome: "replayed", playCount };
	// Test and spend are one statement: two tabs that press play together cannot share the last play.
	const { count } = await tx.visit.updateMany({
		where: { id: visitId, ...(limit === null ? {} : { playCount: { lt: limit } }) },
		data: { playCount: { increment: 1 } },
	});
	if (count === 0) return { outcome: "refused", playCount: limit ?? playCount };
	await unlessGone("song_not_in_share", () => tx.play.create({ data: { visitId, songId } }));
	await countPlays(tx, engine, [{ songId, ...play }]);
	const { playCount: spentNow } = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { playCount: true } });
	return { outcome: "granted", playCount: spentNow };
}
