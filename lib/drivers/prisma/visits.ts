import type { Visit, Visits } from "@/lib/ports";
import { type Db, type Tx, unlessGone } from "./client";
import { Prisma } from "./generated/client";
import { firstAnswers } from "./idempotency";
import { spendAll } from "./spend";
import { type Engine, inGroups } from "./transact";
import { againAfterTwin } from "./twin";

type NewVisit = Parameters<Visits["create"]>[0];

/** Visits and what they spent, in the database. Both are written in groups. */
export function prismaVisits(db: Db, engine: Engine): Visits {
	const create = inGroups(db, createAll);
	const spend = inGroups(db, (tx, spends: Parameters<Visits["spend"]>[0][]) => spendAll(tx, engine, spends));
	return {
		create: (visit) => unlessGone("share_not_found", () => create(visit)),
		byId: (id) => db.visit.findUnique({ where: { id } }),
		async songsPlayed(visitId) {
			const rows = await db.play.findMany({ where: { visitId }, orderBy: { createdAt: "asc" }, select: { songId: true } });
			return rows.map((row) => row.songId);
		},
		spend: (one) => unlessGone("song_not_in_share", () => againAfterTwin(() => spend(one))),
		isKeyTaken: async (once, at) => (await firstAnswers(db, [{ once }])).find(once, at) === "mismatch",
		async sweep({ visitsBefore, answersBefore }) {
			await db.visit.deleteMany({ where: { expiresAt: { lt: visitsBefore } } });
			await db.idempotentAnswer.deleteMany({ where: { expiresAt: { lt: answersBefore } } });
		},
	};
}

async function createAll(tx: Tx, visits: NewVisit[]): Promise<Visit[]> {
	const now = new Date();
	const rows = visits.map(
		({ id, shareId, addressHash, userAgentHash, expiresAt }) =>
			Prisma.sql`(${id}, ${shareId}, ${addressHash}, ${userAgentHash}, ${expiresAt}, ${now}, ${now})`,
	);
	// As one statement: Prisma's own way to many rows takes six times the processor.
	await tx.$executeRaw`INSERT INTO "Visit" ("id", "shareId", "addressHash", "userAgentHash", "expiresAt", "createdAt", "updatedAt")
		VALUES ${Prisma.join(rows)}`;
	return visits.map(({ id, shareId, expiresAt }) => ({ id, shareId, expiresAt, playCount: 0 }));
}
