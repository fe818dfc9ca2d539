import { isUnfit } from "./away";
import type { Db, Tx } from "./client";
import { faultOf } from "./faults";
import { groupCommit } from "./group-commit";

/** Which database this is, where one statement cannot serve both. */
export type Engine = "sqlite" | "postgresql";

const mostAttempts = 5;
/** Few enough for the 999 values that Prisma puts into a statement for SQLite, with two of them an operation. */
const mostInOne = 400;

/** Runs a transaction, and again when the database rolled it back because it stood in another one's way. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.$transaction(work);
		} catch (error) {
			if (attempt === mostAttempts || faultOf(error) !== "conflict") throw error;
		}
	}
}

/** Does operations in groups, each group in one transaction. */
export function inGroups<Op, Result>(db: Db, work: (tx: Tx, ops: Op[]) => Promise<Result[]>): (op: Op) => Promise<Result> {
	return groupCommit((ops) => transact(db, (tx) => work(tx, ops)), {
		most: mostInOne,
		isOnesFault: (error) => ["unique", "gone"].includes(faultOf(error) ?? "") || isUnfit(error),
	});
}
