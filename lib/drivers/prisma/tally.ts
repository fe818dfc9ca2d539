import type { Tx } from "./client";
import { Prisma } from "./generated/client";
import type { Engine } from "./transact";

/** How much is to be added, by what. */
export type Sums<Key> = Map<Key, number>;

export function addTo<Key>(sums: Sums<Key>, key: Key, by = 1): void {
	sums.set(key, (sums.get(key) ?? 0) + by);
}

/**
 * Raises a count of links by their ids, and says when they were last used; answers which of them there are. They stay
 * locked, so that what hangs on them cannot lose them until the transaction ends.
 */
export async function raiseShares(
	tx: Tx,
	engine: Engine,
	column: "viewCount" | "playCount",
	sums: Sums<number>,
	at: Date,
): Promise<Set<number>> {
	const name = Prisma.raw(`"${column}"`);
	return raise(tx, engine, Prisma.sql`"Share"`, Prisma.sql`${name} = ${name} + v.column2, "lastAccessedAt" = ${at}`, sums);
}

/** Adds plays to items by their ids; answers which of them there are. */
export function raiseItems(tx: Tx, engine: Engine, sums: Sums<number>): Promise<Set<number>> {
	return raise(tx, engine, Prisma.sql`"Item"`, Prisma.sql`"playCount" = "playCount" + v.column2`, sums);
}

async function raise(tx: Tx, engine: Engine, table: Prisma.Sql, set: Prisma.Sql, sums: Sums<number>): Promise<Set<number>> {
	if (sums.size === 0) return new Set();
	await lockInOrder(tx, engine, table, [...sums.keys()]);
	const values = Prisma.join([...sums].map(([id, by]) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${by} AS INTEGER))`));
	const rows = await tx.$queryRaw<
		{ id: number }[]
	>`UPDATE ${table} SET ${set} FROM (VALUES ${values}) AS v WHERE "id" = v.column1 RETURNING "id"`;
	return new Set(rows.map(({ id }) => id));
}

/** Two instances that raise the same rows in another order would wait for each other. SQLite writes one transaction after the other. */
async function lockInOrder(tx: Tx, engine: Engine, table: Prisma.Sql, ids: number[]): Promise<void> {
	if (engine === "sqlite" || ids.length < 2) return;
	await tx.$queryRaw`SELECT "id" FROM ${table} WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" FOR NO KEY UPDATE`;
}

type Day = { shareId: number; at: Date };
const dayKey = ({ shareId, at }: Day) => `${shareId} ${at.toISOString().slice(0, 10)}`;

/** Adds each of these to its link's day. The links are locked. */
export async function countDays(tx: Tx, column: "views" | "plays", counted: Day[]): Promise<void> {
	const sums: Sums<string> = new Map();
	for (const one of counted) addTo(sums, dayKey(one));
	if (sums.size === 0) return;
	const name = Prisma.raw(`"${column}"`);
	const rows = [...sums].map(([key, by]) => {
		const [shareId, day] = key.split(" ");
		return Prisma.sql`(${Number(shareId)}, ${day}, ${by})`;
	});
	await tx.$executeRaw`INSERT INTO "DailyStat" ("shareId", "day", ${name}) VALUES ${Prisma.join(rows)}
		ON CONFLICT ("shareId", "day") DO UPDATE SET ${name} = "DailyStat".${name} + excluded.${name}`;
}
