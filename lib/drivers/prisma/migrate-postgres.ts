import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrationsIn, missingOf } from "./migrations";
import { connectionTo } from "./postgres-connection";
import { unusable } from "./unusable-database";

/** Any number that nobody else takes for another purpose: `passalon` in ASCII. */
const ourLock = "8097873591115902830";

/** Seconds in which others must let go of what the migrations need: another instance that migrates, a dump, somebody's open transaction. */
const patience = 60;

/**
 * Applies the migrations that the database lacks, in order and in one transaction: all or nothing, and of any number of instances that
 * start together one applies them while the others wait. Answers the names of those applied now. Throws `NewerDatabase`, and
 * `UnusableDatabase` when it cannot be reached, or when somebody holds a lock on it for longer than `lockTimeout` milliseconds.
 */
export async function migratePostgres(url: string, folder: string, { lockTimeout = patience * 1000 } = {}): Promise<string[]> {
	const migrations = migrationsIn(folder);
	let client: pg.Client | undefined;
	try {
		// A migration of a large table takes as long as it takes.
		client = new pg.Client({ ...connectionTo(url, 0), statement_timeout: 0, query_timeout: 0 });
		client.on("error", () => {});
		await client.connect();
		await client.query("BEGIN");
		await client.query(`SET LOCAL lock_timeout = ${lockTimeout}`);
		await client.query(`SELECT pg_advisory_xact_lock(${ourLock})`);
		const applied = await apply(client, folder, migrations);
		await client.query("COMMIT");
		return applied;
	} catch (error) {
		throw unusable(url, error) ?? error;
	} finally {
		// A transaction that is still open ends with its connection.
		await client?.end().catch(() => {});
	}
}

async function apply(client: pg.Client, folder: string, migrations: string[]): Promise<string[]> {
	// Asked first: an account that may not make tables can still run on those that are there.
	if ((await client.query("SELECT to_regclass('_migration') AS there")).rows[0].there === null)
		await client.query(`
			CREATE TABLE "_migration" ("name" TEXT PRIMARY KEY, "appliedAt" TEXT NOT NULL);
			CREATE TABLE "_secret" ("name" TEXT PRIMARY KEY, "value" TEXT NOT NULL)`);
	const { rows } = await client.query<{ name: string }>('SELECT "name" FROM "_migration" ORDER BY "name"');
	const before = rows.map((row) => row.name);
	const missing = missingOf(migrations, before, "DATABASE_URL");
	for (const name of missing) {
		await client.query(readFileSync(join(folder, name), "utf8"));
		await client.query('INSERT INTO "_migration" VALUES ($1, $2)', [name, new Date().toISOString()]);
	}
	return missing;
}
