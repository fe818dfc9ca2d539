import pg from "pg";
import { freshDatabase, testPostgres, testRedis } from "./throw-away";

/** What servers share: the settings that lead them there. `drop` removes the database again. */
export type Backing = { env: Record<string, string>; drop(): Promise<void> };

/**
 * A fresh database of the throw-away PostgreSQL, and the throw-away Redis where there is one: servers of different databases have different
 * secrets, and by those other names for everything there. Throws where there is no PostgreSQL.
 */
export async function freshBacking(): Promise<Backing> {
	const url = await freshDatabase();
	const redis = testRedis();
	return { env: { DATABASE_URL: url, ...(redis ? { REDIS_URL: redis } : {}) }, drop: () => dropDatabase(url) };
}

async function dropDatabase(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: testPostgres() ?? url });
	await client.connect();
	try {
		await client.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
	} finally {
		await client.end();
	}
}
