import type { Db } from "./client";
import type { Prisma } from "./generated/client";
import { type Engine, transact } from "./transact";

/** What a transaction in SQL alone can do. Times come back as `Date` or as ISO 8601, JSON as its value or as its text. */
export type Statements = {
	/** Answers how many rows it touched. */
	run(sql: Prisma.Sql): Promise<number>;
	all<Row>(sql: Prisma.Sql): Promise<Row[]>;
};

/** Runs the statements of a group in one transaction; what they throw rolls it back. */
export type Together = <T>(work: (tx: Statements) => Promise<T>) => Promise<T>;

/** Statements through Prisma's client, on either engine. */
export const throughClient = (tx: Pick<Db, "$executeRaw" | "$queryRaw">): Statements => ({
	run: (sql) => tx.$executeRaw(sql),
	all: (sql) => tx.$queryRaw(sql),
});

/** Groups in transactions of Prisma's client, repeated when the database rolled them back for another's sake. */
export const togetherOnClient =
	(db: Db, engine: Engine): Together =>
	(work) =>
		transact(db, async (tx) => {
			// A row that somebody holds for longer stops the group, not everybody behind it.
			if (engine === "postgresql") await tx.$executeRaw`SET LOCAL lock_timeout = 300`;
			return work(throughClient(tx));
		});
