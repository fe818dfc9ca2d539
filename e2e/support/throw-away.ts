import { randomBytes } from "node:crypto";
import pg from "pg";

/** A superuser's address of the throw-away PostgreSQL; null where there is none, and what needs it is skipped. */
export const testPostgres = (): string | null => process.env.TEST_POSTGRES_URL || null;

/** The address of the throw-away Redis; null where there is none. Whoever uses it puts keys of its own before everything. */
export const testRedis = (): string | null => process.env.TEST_REDIS_URL || null;

/** The path of a Python that knows python-socketio; null where there is none. */
export const testPython = (): string | null => process.env.TEST_PYTHON || null;

/** Where a bucket of an independent S3 store is, out of `http://key:secret@host:port/bucket`; null where there is none. */
export function testS3() {
	if (!process.env.TEST_S3_URL) return null;
	const { origin, pathname, username, password } = new URL(process.env.TEST_S3_URL);
	return {
		endpoint: origin,
		bucket: pathname.slice(1),
		accessKeyId: decodeURIComponent(username),
		secretAccessKey: decodeURIComponent(password),
		region: "us-east-1",
	};
}

/** Makes a database of its own on the throw-away PostgreSQL and answers its address. Throws where there is none. */
export async function freshDatabase(): Promise<string> {
	const server = testPostgres();
	if (!server) throw new Error("There is no PostgreSQL: start one by `node scripts/services.mjs` and set TEST_POSTGRES_URL.");
	const name = `test_${randomBytes(6).toString("hex")}`;
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		await client.query(`CREATE DATABASE ${name}`);
	} finally {
		await client.end();
	}
	const url = new URL(server);
	url.pathname = name;
	return url.href;
}
