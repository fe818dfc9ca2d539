// A PostgreSQL database and a Redis of our own for a run: those that are there for tests, or throw-away ones.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { Complaint } from "../scripts/steps/run.mjs";
import { startServices } from "../scripts/steps/services.mjs";

/** Answers `{settings, stop}`: the server's settings for both. Throws a Complaint when either cannot be had. */
export async function startPostgres() {
	const { TEST_POSTGRES_URL: there, TEST_REDIS_URL: redis } = process.env;
	const services = there && redis ? null : await startServices({ postgres: true, redis: true });
	const [postgresUrl, redisUrl] = services ? [services.postgresUrl, services.redisUrl] : [there, redis];
	if (!postgresUrl || !redisUrl)
		throw new Complaint("--postgres needs PostgreSQL and Redis: install them, or set TEST_POSTGRES_URL and TEST_REDIS_URL.");
	const name = `bench_${randomBytes(4).toString("hex")}`;
	const administer = async (sql) => {
		const client = new pg.Client({ connectionString: postgresUrl });
		await client.connect();
		await client.query(sql);
		await client.end();
	};
	await administer(`CREATE DATABASE ${name}`);
	const database = new URL(postgresUrl);
	database.pathname = `/${name}`;
	return {
		settings: { DATABASE_URL: database.href, REDIS_URL: redisUrl },
		async stop() {
			await administer(`DROP DATABASE ${name} WITH (FORCE)`);
			await services?.stop();
		},
	};
}
