import type { Tx } from "./client";
import { Prisma } from "./generated/client";
import type { Statements } from "./statements";
import type { Engine } from "./transact";

/**
 * Holds rows until the transaction ends: nobody else changes, removes or newly points to them meanwhile, and what is read after this
 * call is what whoever held them before has left. SQLite has one writer at a time, which a transaction becomes with its first write;
 * there nothing is to be done. In order of their ids, so that two that hold several never wait for each other.
 */
export async function lockRows(tx: Tx, engine: Engine, table: "User" | "Item", ids: (string | number)[]): Promise<void> {
	if (engine === "sqlite" || ids.length === 0) return;
	await tx.$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" FOR UPDATE`;
}

/** The same for rows of which only counts are to be changed: others may newly point to them meanwhile. */
export async function holdRows(tx: Statements, engine: Engine, table: "Share" | "Item", ids: number[]): Promise<void> {
	if (engine === "sqlite" || ids.length === 0) return;
	await tx.all(
		Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" ${untilCommit(engine)}`,
	);
}

/** Ends a SELECT, ordered by ids, whose rows shall be held likewise. */
export function untilCommit(engine: Engine): Prisma.Sql {
	return engine === "sqlite" ? Prisma.empty : Prisma.sql`FOR NO KEY UPDATE`;
}
