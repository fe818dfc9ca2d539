import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import pg from "pg";
import { testPostgres, testRedis } from "./services";

/** A database and a Redis namespace that nobody else uses: the settings that lead servers there. `drop` removes the database. */
export type Backing = { env: Record<string, string>; drop(): Promise<void> };

/** Makes a fresh one on the throw-away services. Throws where there is no PostgreSQL; without a Redis it has none. */
export async function freshBacking(): Promise<Backing> {
	const postgres = testPostgres();
	if (!postgres) throw new Error("there is no PostgreSQL: see e2e/support/services.ts");
	const name = `test_${randomBytes(6).toString("hex")}`;
	await administer(postgres, `CREATE DATABASE ${name}`);
	const database = new URL(postgres);
	database.pathname = `/${name}`;
	const redis = testRedis();
	return {
		env: { DATABASE_URL: database.href, ...(redis ? { REDIS_URL: await freshNamespace(redis) } : {}) },
		drop: () => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`),
	};
}

async function administer(url: string, sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/** Redis counts its databases; number 0 keeps the count of those in use. */
async function freshNamespace(url: string): Promise<string> {
	const redis = new Redis(url, { lazyConnect: true });
	try {
		await redis.connect();
		const namespace = new URL(url);
		namespace.pathname = `/${await redis.incr("databases in use by tests")}`;
		return namespace.href;
	} finally {
		redis.disconnect();
	}
}
