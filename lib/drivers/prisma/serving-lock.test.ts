import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { holdServingLock, servingLock } from "./serving-lock";

describe.skipIf(!testPostgres())("the lock of those who serve", () => {
	let client: pg.Client;
	afterEach(() => client.end());
	const begin = async () => {
		const url = await freshDatabase();
		client = new pg.Client({ connectionString: url });
		await client.connect();
		return url;
	};
	const holders = async (): Promise<number[]> => {
		const sql = `SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
			WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.mode = 'ShareLock'`;
		return (await client.query<{ pid: number }>(sql)).rows.map(({ pid }) => pid);
	};

	test("is held by several, and again after the connection was lost", async () => {
		const url = await begin();
		await holdServingLock(url);
		await holdServingLock(url);
		const before = await holders();
		expect(before).toHaveLength(2);
		await client.query("SELECT pg_terminate_backend($1)", [before[0]]);
		await vi.waitUntil(async () => (await holders()).filter((pid) => pid !== before[0]).length === 2, { timeout: 15_000, interval: 100 });
		expect((await client.query("SELECT pg_try_advisory_lock($1) AS taken", [servingLock])).rows).toEqual([{ taken: false }]);
	});

	test("is refused while somebody moves the installation", async () => {
		const url = await begin();
		await client.query("SELECT pg_advisory_lock($1)", [servingLock]);
		await expect(holdServingLock(url)).rejects.toThrow(/is being moved/);
	});
});
