import { Gone } from "./faults";
import { Prisma } from "./generated/client";
import { holdRows } from "./lock";
import type { Statements } from "./statements";
import type { Engine } from "./transact";

/** How much is to be added, by what. */
export type Sums<Key> = Map<Key, number>;

export function addTo<Key>(sums: Sums<Key>, key: Key, by = 1): void {
	sums.set(key, (sums.get(key) ?? 0) + by);
}

/** Raises a count of links by their ids, and says when they were last used. Throws `Gone` when one of them is not there. */
export async function raiseShares(
	tx: Statements,
	engine: Engine,
	column: "viewCount" | "playCount",
	sums: Sums<number>,
	at: Date,
): Promise<void> {
	const name = Prisma.raw(`"${column}"`);
	const raised = await raise(tx, engine, "Share", Prisma.sql`${name} = ${name} + v.column2, "lastAccessedAt" = ${at}`, sums);
	if (raised < sums.size) throw new Gone();
}

/** Adds plays to items by their ids. One that is not there counts nothing. */
export async function raiseItems(tx: Statements, engine: Engine, sums: Sums<number>): Promise<void> {
	await raise(tx, engine, "Item", Prisma.sql`"playCount" = "playCount" + v.column2`, sums);
}

async function raise(tx: Statements, engine: Engine, table: "Share" | "Item", set: Prisma.Sql, sums: Sums<number>): Promise<number> {
	if (sums.size > 1) await holdRows(tx, engine, table, [...sums.keys()]);
	const values = Prisma.join([...sums].map(([id, by]) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${by} AS INTEGER))`));
	return tx.run(Prisma.sql`UPDATE ${Prisma.raw(`"${table}"`)} SET ${set} FROM (VALUES ${values}) AS v WHERE "id" = v.column1`);
}

type Day = { shareId: number; at: Date };
const dayKey = ({ shareId, at }: Day) => `${shareId} ${at.toISOString().slice(0, 10)}`;

/** Adds each of these to its link's day. The links are locked. */
export async function countDays(tx: Statements, column: "views" | "plays", counted: Day[]): Promise<void> {
	const sums: Sums<string> = new Map();
	for (const one of counted) addTo(sums, dayKey(one));
	if (sums.size === 0) return;
	const name = Prisma.raw(`"${column}"`);
	const rows = [...sums].map(([key, by]) => {
		const [shareId, day] = key.split(" ");
		return Prisma.sql`(${Number(shareId)}, ${day}, ${by})`;
	});
	await tx.run(Prisma.sql`INSERT INTO "DailyStat" ("shareId", "day", ${name}) VALUES ${Prisma.join(rows)}
		ON CONFLICT ("shareId", "day") DO UPDATE SET ${name} = "DailyStat".${name} + excluded.${name}`);
}
