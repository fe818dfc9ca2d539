import { join } from "node:path";
import { type Db, openSqlite } from "./client";
import { migrateSqlite } from "./migrate";
import { migratePostgres } from "./migrate-postgres";
import { openPostgres } from "./open-postgres";
import type { PostgresSettings } from "./postgres-connection";
import type { Engine } from "./transact";

const migrations = join("prisma", "migrations");

/** Where the rows are: in a file of SQLite, or on a PostgreSQL. */
export type DatabasePlace = { file: string } | PostgresSettings;
export type Database = {
	engine: Engine;
	db: Db /** Rejects when it does not answer. */;
	check(): Promise<unknown>;
	close(): Promise<void>;
};

/** Brings the database up to date and answers the names of the migrations that it lacked. Throws `NewerDatabase`, `UnusableDatabase`. */
export async function migrateDatabase(place: DatabasePlace): Promise<string[]> {
	if ("file" in place) return migrateSqlite(place.file, join(migrations, "sqlite"));
	return migratePostgres(place.url, join(migrations, "postgresql"));
}

/** Opens it lazily: the first question connects. */
export function openDatabase(place: DatabasePlace): Database {
	const engine = "file" in place ? "sqlite" : "postgresql";
	const db = "file" in place ? openSqlite(place.file) : openPostgres(place);
	return { engine, db, check: () => db.$queryRaw`SELECT 1`, close: () => db.$disconnect() };
}
