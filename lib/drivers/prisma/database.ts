import { join } from "node:path";
import { type Db, openSqlite } from "./client";
import { migrateSqlite } from "./migrate";
import type { PostgresSettings } from "./postgres-connection";
import { sqliteTogether } from "./sqlite-together";
import { type Together, togetherOnClient } from "./statements";
import type { Engine } from "./transact";
import { turns } from "./turns";

const migrations = join("prisma", "migrations");

/** Where the rows are: in a file of SQLite, or on a PostgreSQL. */
export type DatabasePlace = { file: string } | PostgresSettings;
export type Database = {
	engine: Engine;
	db: Db;
	/** How what busy links write gets into it. */
	together: Together;
	/** Rejects when it does not answer. */
	check(): Promise<unknown>;
	close(): Promise<void>;
};

/** Brings the database up to date and answers the names of the migrations that it lacked. Throws `NewerDatabase`, `UnusableDatabase`. */
export async function migrateDatabase(place: DatabasePlace): Promise<string[]> {
	if ("file" in place) return migrateSqlite(place.file, join(migrations, "sqlite"));
	const { migratePostgres } = await import("./migrate-postgres");
	return migratePostgres(place.url, join(migrations, "postgresql"));
}

/** Opens it lazily: the first question connects. PostgreSQL's client is loaded where there is one alone: it takes 16 MB. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
	if (!("file" in place)) {
		const { openPostgres } = await import("./open-postgres");
		const db = openPostgres(place);
		return {
			engine: "postgresql",
			db,
			together: togetherOnClient(db, "postgresql"),
			check: () => db.$queryRaw`SELECT 1`,
			close: () => db.$disconnect(),
		};
	}
	const turn = turns();
	const db = openSqlite(place.file, turn);
	const groups = sqliteTogether(place.file, turn);
	return {
		engine: "sqlite",
		db,
		together: groups.together,
		check: () => db.$queryRaw`SELECT 1`,
		async close() {
			await db.$disconnect();
			await groups.close();
		},
	};
}
