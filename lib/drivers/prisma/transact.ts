import type { Db, Tx } from "./client";
import { faultOf } from "./faults";

/** Which database this is, where one statement cannot serve both. */
export type Engine = "sqlite" | "postgresql";

const mostAttempts = 5;

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
