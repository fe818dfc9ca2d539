import type { Visit, Visits } from "@/lib/ports";
import { type Db, unlessGone } from "./client";
import { Prisma } from "./generated/client";
import { firstAnswers } from "./idempotency";
import { inGroups } from "./in-groups";
import { spendAll } from "./spend";
import { type Statements, type Together, throughClient } from "./statements";
import type { Engine } from "./transact";
import { againAfterTwin } from "./twin";

type NewVisit = Parameters<Visits["create"]>[0];

/** Visits and what they spent, in the database. Both are written in groups. */
export function prismaVisits(db: Db, engine: Engine, together: Together): Visits {
	const create = inGroups(together, createAll);
	const spend = inGroups(together, (tx, spends: Parameters<Visits["spend"]>[0][]) => spendAll(tx, engine, spends));
	return {
		create: (visit) => unlessGone("share_not_found", () => create(visit)),
		byId: (id) => db.visit.findUnique({ where: { id } }),
		async songsPlayed(visitId) {
			const rows = await db.play.findMany({ where: { visitId }, orderBy: { createdAt: "asc" }, select: { songId: true } });
			return rows.map((row) => row.songId);
		},
		spend: (one) => unlessGone("song_not_in_share", () => againAfterTwin(() => spend(one))),
		isKeyTaken: async (once, at) => (await firstAnswers(throughClient(db), engine, [{ once }])).find(once, at) === "mismatch",
		async sweep({ visitsBefore, answersBefore }) {
			await inPortions(
				() =>
					db.$executeRaw`DELETE FROM "Visit" WHERE "id" IN (SELECT "id" FROM "Visit" WHERE "expiresAt" < ${visitsBefore} LIMIT ${portion})`,
			);
			await inPortions(
				() => db.$executeRaw`DELETE FROM "IdempotentAnswer" WHERE ("scope", "key") IN
					(SELECT "scope", "key" FROM "IdempotentAnswer" WHERE "expiresAt" < ${answersBefore} LIMIT ${portion})`,
			);
		},
	};
}

/** Rows removed by one statement: far from what a statement may take, and others have their turn in between. */
const portion = 2_000;

async function inPortions(remove: () => Promise<number>): Promise<void> {
	while ((await remove()) > 0);
}

async function createAll(tx: Statements, visits: NewVisit[]): Promise<Visit[]> {
	const now = new Date();
	const rows = visits.map(
		({ id, shareId, addressHash, userAgentHash, expiresAt }) =>
			Prisma.sql`(${id}, ${shareId}, ${addressHash}, ${userAgentHash}, ${expiresAt}, ${now}, ${now})`,
	);
	// As one statement: Prisma's own way to many rows takes six times the processor.
	await tx.run(Prisma.sql`INSERT INTO "Visit" ("id", "shareId", "addressHash", "userAgentHash", "expiresAt", "createdAt", "updatedAt")
		VALUES ${Prisma.join(rows)}`);
	return visits.map(({ id, shareId, expiresAt }) => ({ id, shareId, expiresAt, playCount: 0 }));
}
