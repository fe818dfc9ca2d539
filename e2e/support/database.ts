import { join } from "node:path";
import Database from "better-sqlite3";

/** Changes rows of a running server's database behind its back: states that only time, or a later feature, brings about. */
export function change({ dataDir }: { dataDir: string }, sql: string, ...values: (string | number | null)[]): void {
	const db = new Database(join(dataDir, "passalong.db"), { timeout: 10_000 });
	try {
		const { changes } = db.prepare(sql).run(...values);
		if (changes === 0) throw new Error(`nothing matches: ${sql}`);
	} finally {
		db.close();
	}
}

/** The first column of the first row. */
export function look<T extends string | number | null>({ dataDir }: { dataDir: string }, sql: string, ...values: (string | number)[]): T {
	const db = new Database(join(dataDir, "passalong.db"), { readonly: true, timeout: 10_000 });
	try {
		return db
			.prepare(sql)
			.pluck()
			.get(...values) as T;
	} finally {
		db.close();
	}
}

/** A moment, this many seconds from now, as the database has it. */
export function moment(secondsFromNow: number): string {
	return new Date(Date.now() + secondsFromNow * 1000).toISOString().replace("Z", "+00:00");
}
