import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrationsIn, missingOf } from "./migrations";

/**
 * Applies the migrations that the database lacks, in order and in one transaction, so that two processes that start
 * together apply each once. Answers the names of those applied now. Throws `NewerDatabase`.
 *
 * SQLite redefines a table by dropping it, and with foreign keys on a dropped table deletes its children. The switch has no
 * effect inside a transaction, so it is thrown before BEGIN and the keys are checked before COMMIT.
 */
export function migrateSqlite(file: string, folder: string): string[] {
	const migrations = migrationsIn(folder);
	const db = new Database(file, { timeout: 30_000 });
	try {
		db.pragma("journal_mode = WAL");
		db.pragma("synchronous = FULL");
		db.pragma("foreign_keys = OFF");
		db.exec("BEGIN IMMEDIATE");
		try {
			const applied = apply(db, folder, migrations);
			if (db.prepare("PRAGMA foreign_key_check").all().length > 0) throw new Error("a migration left rows without their parents");
			db.exec("COMMIT");
			return applied;
		} catch (error) {
			if (db.inTransaction) db.exec("ROLLBACK");
			throw error;
		}
	} finally {
		db.close();
	}
}

function apply(db: Database.Database, folder: string, migrations: string[]): string[] {
	db.exec("CREATE TABLE IF NOT EXISTS _migration (name TEXT PRIMARY KEY, appliedAt TEXT NOT NULL)");
	const before = db
		.prepare<[], { name: string }>("SELECT name FROM _migration ORDER BY name")
		.all()
		.map((row) => row.name);
	const missing = missingOf(migrations, before, "DATA_DIR");
	for (const name of missing) {
		db.exec(readFileSync(join(folder, name), "utf8"));
		db.prepare("INSERT INTO _migration VALUES (?, ?)").run(name, new Date().toISOString());
	}
	return missing;
}
