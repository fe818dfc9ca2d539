import { z } from "zod";
import type { Spend, Spent } from "@/lib/ports";
import { countPlays } from "./counters";
import { Prisma } from "./generated/client";
import { type FirstAnswers, firstAnswers } from "./idempotency";
import { untilCommit } from "./lock";
import type { Statements } from "./statements";
import { addTo, type Sums } from "./tally";
import type { Engine } from "./transact";

const kept = z.object({ outcome: z.enum(["granted", "replayed"]), playCount: z.int() });

/** A visit as it is while its transaction runs: nobody else spends of it. */
type Held = { shareId: number; playCount: number; expiresAt: Date; songs: Set<number> };

type VisitRow = Omit<Held, "songs" | "expiresAt"> & { id: string; expiresAt: Date | string };

/**
 * Tests and spends a group of plays in one transaction, in their order. The visits are held from before they are read until the commit, so
 * that what is decided here stays true: nobody, in this process or another, can share the last play.
 */
export async function spendAll(tx: Statements, engine: Engine, spends: Spend[]): Promise<Spent[]> {
	const visits = await hold(tx, engine, spends);
	const answers = await firstAnswers(tx, engine, spends);
	const granted: Spend[] = [];
	const spent = spends.map((spend) => decide(spend, visits.get(spend.visitId), answers, granted));
	await write(tx, engine, granted);
	await answers.write();
	return spent;
}

function decide(spend: Spend, visit: Held | undefined, answers: FirstAnswers, granted: Spend[]): Spent {
	const { shareId, songId, limit, at, once } = spend;
	if (visit?.shareId !== shareId) return { outcome: "no_visit" };
	const { expiresAt } = visit;
	if (expiresAt <= at) return { outcome: "expired" };
	const earlier = answers.find(once, at);
	if (earlier === "mismatch") return { outcome: "mismatch" };
	if (earlier) return { ...kept.parse(earlier.answer), expiresAt };
	// A refusal spent nothing and follows from the visit's state again; kept, strangers could fill the table with them.
	if (limit !== null && visit.playCount >= limit) return { outcome: "refused" };
	const outcome = visit.songs.has(songId) ? "replayed" : "granted";
	if (outcome === "granted") {
		visit.playCount++;
		visit.songs.add(songId);
		granted.push(spend);
	}
	const answer = { outcome, playCount: visit.playCount } as const;
	answers.keep(once, answer);
	return { ...answer, expiresAt };
}

async function hold(tx: Statements, engine: Engine, spends: Spend[]): Promise<Map<string, Held>> {
	const ids = [...new Set(spends.map(({ visitId }) => visitId))];
	const songIds = [...new Set(spends.map(({ songId }) => songId))];
	const rows = await tx.all<VisitRow>(Prisma.sql`SELECT "id", "shareId", "playCount", "expiresAt" FROM "Visit"
		WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" ${untilCommit(engine)}`);
	const held = new Map<string, Held>(
		rows.map(({ id, ...visit }) => [id, { ...visit, expiresAt: new Date(visit.expiresAt), songs: new Set() }]),
	);
	// Not before they are held: what was played until then can be seen now.
	const played = await tx.all<{ visitId: string; songId: number }>(Prisma.sql`SELECT "visitId", "songId" FROM "Play"
		WHERE "visitId" IN (${Prisma.join(ids)}) AND "songId" IN (${Prisma.join(songIds)})`);
	for (const { visitId, songId } of played) held.get(visitId)?.songs.add(songId);
	return held;
}

async function write(tx: Statements, engine: Engine, granted: Spend[]): Promise<void> {
	const [first] = granted;
	if (!first) return;
	const sums: Sums<string> = new Map();
	for (const { visitId } of granted) addTo(sums, visitId);
	const values = Prisma.join([...sums].map(([id, by]) => Prisma.sql`(CAST(${id} AS TEXT), CAST(${by} AS INTEGER))`));
	await tx.run(Prisma.sql`UPDATE "Visit" SET "playCount" = "playCount" + v.column2, "updatedAt" = ${first.at}
		FROM (VALUES ${values}) AS v WHERE "id" = v.column1`);
	const now = new Date();
	const plays = granted.map(({ visitId, songId }) => Prisma.sql`(${visitId}, ${songId}, ${now})`);
	await tx.run(Prisma.sql`INSERT INTO "Play" ("visitId", "songId", "createdAt") VALUES ${Prisma.join(plays)}`);
	await countPlays(tx, engine, granted);
}
