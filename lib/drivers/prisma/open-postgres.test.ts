import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startProxy, type TcpProxy } from "@/e2e/support/tcp-proxy";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { at, hex, later, newUser, scene } from "@/lib/drivers/contracts/store-scene";
import { guarded, whyAway } from "./away";
import type { Db } from "./client";
import { lockRows } from "./lock";
import { migratePostgres } from "./migrate-postgres";
import { openPostgres } from "./open-postgres";
import { connectionTo } from "./postgres-connection";
import { prismaStore } from "./store";
import { transact } from "./transact";
import { UnusableDatabase } from "./unusable-database";

describe.skipIf(!testPostgres())("PostgreSQL", () => {
	let url = "";
	let db: Db;
	/** For statements that have to wait until a test is ready. */
	let patient: Db;
	let proxy: TcpProxy;
	const opened: Db[] = [];
	const open = (options: Partial<Parameters<typeof openPostgres>[0]> = {}) => {
		const made = openPostgres({ url, pool: 3, timeout: 4_000, ...options });
		opened.push(made);
		return made;
	};
	beforeAll(async () => {
		url = await freshDatabase();
		await migratePostgres(url, "prisma/migrations/postgresql");
		proxy = await startProxy(url);
		db = open();
		patient = open({ timeout: 60_000 });
	});
	afterAll(async () => {
		await proxy.stop();
		await Promise.all(opened.map((each) => each.$disconnect()));
	});

	async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		try {
			return await work(client);
		} finally {
			await client.end();
		}
	}
	/** Answers once so many wait in this database for a lock that another one holds. */
	const waiting = (count: number) => {
		const sql = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
		return expect.poll(() => connected((client) => client.query(sql)).then(({ rows }) => rows.length), { timeout: 20_000 }).toBe(count);
	};
	const why = (work: Promise<unknown>) => work.then(() => "done", whyAway);

	test("keeps times as they are, whatever time zone and form its administrator gave it", async () => {
		const name = new URL(url).pathname.slice(1);
		await connected((client) =>
			client.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Kolkata'; ALTER DATABASE ${name} SET datestyle = 'German'`),
		);
		const far = open();
		const user = newUser();
		const before = Date.now();
		await far.user.create({ data: user });
		await far.token.create({ data: { id: hex(4), userId: user.id, name: "x", hash: hex(8), expiresAt: at } });
		const [token] = await db.token.findMany({ where: { userId: user.id } });
		expect(token?.expiresAt).toEqual(at);
		expect(Math.abs((token?.createdAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
		expect(await far.token.count({ where: { userId: user.id, expiresAt: at } })).toBe(1);
		expect(await far.$queryRaw`SELECT "expiresAt" FROM "Token" WHERE "expiresAt" = ${at}`).toEqual([{ expiresAt: at }]);
	});

	test("a statement that takes too long is ended by the server", async () => {
		expect(await why(open({ timeout: 200 }).$queryRaw`SELECT 1 FROM pg_sleep(30)`)).toBe("57014");
	});

	test("a server that stops answering is given up, and what was open on its connections goes with them", async () => {
		const slow = open({ url: proxy.url, timeout: 2_000, pool: 2 });
		expect(await slow.user.count()).toBeGreaterThan(0);
		const silent = slow.$transaction(async (tx) => {
			await tx.user.create({ data: newUser() });
			proxy.blackhole();
			return tx.user.count();
		});
		expect(await why(silent)).toBe("Query read timeout");
		expect(await why(slow.user.count())).not.toBe("done");
		await proxy.restore();
		// Both connections of the pool are new ones: neither is inside of the old transaction.
		const inside = await Promise.all(
			[1, 2].map(() => slow.$queryRaw<{ alone: boolean }[]>`SELECT now() = statement_timestamp() AS alone FROM pg_sleep(0.05)`),
		);
		expect(inside.flat().map(({ alone }) => alone)).toEqual([true, true]);
	});

	test("a database in maintenance is away, for whoever comes new and for whoever was there", async () => {
		const [closed, admin] = [await freshDatabase(), new pg.Client({ connectionString: url })];
		await admin.connect();
		await admin.query(`ALTER DATABASE ${new URL(closed).pathname.slice(1)} ALLOW_CONNECTIONS false`);
		await admin.end();
		expect(await why(open({ url: closed }).$queryRaw`SELECT 1`)).toMatch(/^P2039$|not currently accepting connections/);
		const raw = new pg.Client({ connectionString: closed });
		expect(await why(raw.connect())).toMatch(/not currently accepting connections/);
		expect(whyAway(Object.assign(new Error("lastval is not yet defined"), { code: "55000" }))).toBeNull();
	});

	test("what stood in somebody's way is to be tried again, and no word of a database that is away is printed", async () => {
		const printed = vi.spyOn(console, "error").mockImplementation(() => {});
		try {
			const hasty = open({ timeout: 200 });
			const { jobs } = guarded({
				jobs: {
					sleep: () => hasty.$queryRaw`SELECT 1 FROM pg_sleep(30)`,
					lock: () => hasty.$transaction([hasty.$executeRaw`SET LOCAL lock_timeout = 50`, hasty.$executeRaw`LOCK TABLE "User"`]),
					lost: () => Promise.reject(Object.assign(new Error("gone"), { code: "08006" })),
				},
			});
			await expect(jobs.sleep()).rejects.toMatchObject({ code: "unavailable" });
			await connected(async (client) => {
				await client.query('BEGIN; LOCK TABLE "User"');
				await expect(jobs.lock()).rejects.toMatchObject({ code: "unavailable" });
				await client.query("ROLLBACK");
			});
			expect(printed).not.toHaveBeenCalled();
			await expect(jobs.lost()).rejects.toMatchObject({ code: "unavailable" });
			expect(printed).toHaveBeenCalledTimes(1);
		} finally {
			printed.mockRestore();
		}
	});

	test("an address that asks for another schema is refused in words, one that names ours is not", async () => {
		expect(() => connectionTo(`${url}?schema=music`, 0)).toThrow(/the schema music: tables lie in public/);
		await expect(migratePostgres(`${url}?schema=music`, "prisma/migrations/postgresql")).rejects.toBeInstanceOf(UnusableDatabase);
		expect(await why(open({ url: `${url}?schema=public` }).user.count())).toBe("done");
	});

	test("connections that end while nobody uses them are replaced, and the process lives", async () => {
		const pool = open();
		await Promise.all([1, 2, 3].map(() => pool.$queryRaw`SELECT 1 FROM pg_sleep(0.05)`));
		await connected((client) =>
			client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"),
		);
		await expect.poll(() => why(pool.user.count()), { timeout: 20_000 }).toBe("done");
	});

	test("no more connections than the pool has, and who waits too long for one is told", async () => {
		const small = open({ pool: 2, timeout: 60_000 });
		const held = await connected(async (client) => {
			await client.query("SELECT pg_advisory_lock(1)");
			const both = [1, 2].map(() => why(small.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(1)) AS had`));
			await waiting(2);
			expect(await why(small.user.count())).toBe("timeout exceeded when trying to connect");
			return both;
		});
		expect(await Promise.all(held)).toEqual(["done", "done"]);
		expect(await why(small.user.count())).toBe("done");
	});

	test("two that wait for each other are both done in the end", async () => {
		const [one, other] = [newUser(), newUser()];
		await db.user.createMany({ data: [one, other] });
		let here = 0;
		const inOrder = (first: string, second: string) =>
			transact(patient, async (tx) => {
				await lockRows(tx, "postgresql", "User", [first]);
				here++;
				if (here <= 2) await expect.poll(() => here, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
				await lockRows(tx, "postgresql", "User", [second]);
				await tx.user.update({ where: { id: second }, data: { credits: { increment: 1 } } });
			});
		await Promise.all([inOrder(one.id, other.id), inOrder(other.id, one.id)]);
		expect(here).toBeGreaterThan(2);
		expect((await db.user.findMany({ where: { id: { in: [one.id, other.id] } } })).map(({ credits }) => credits)).toEqual([1, 1]);
	});

	test("what an owner takes back while it is being removed for good stays", async () => {
		const store = prismaStore(patient, "postgresql");
		const { user, song } = scene(store);
		const owner = await user();
		const { id } = await song(owner.id, [{ key: hex(16), role: "audio", type: "audio/wav", size: 1, sha256: "s" }]);
		await store.items.trash(id, at);
		const keys = await connected(async (client) => {
			await client.query("BEGIN");
			await client.query('UPDATE "Item" SET "deletedAt" = NULL WHERE "id" = $1', [id]);
			const purged = store.items.purge(later);
			await waiting(1);
			await client.query("COMMIT");
			return purged;
		});
		expect(keys).toEqual([]);
		expect((await store.items.byId(id))?.id).toBe(id);
	});

	test("a file that comes in while its account is removed is named with the others", async () => {
		const store = prismaStore(patient, "postgresql");
		const { user, song } = scene(store);
		const owner = await user();
		const { id } = await song(owner.id);
		const keys = await connected(async (client) => {
			await client.query("BEGIN");
			await client.query(
				`INSERT INTO "Blob" ("key", "ownerId", "itemId", "role", "type", "size", "sha256") VALUES ($1, $2, $3, 'audio', 't', 1, 's')`,
				[`late-${owner.id}`, owner.id, id],
			);
			const removed = store.users.remove(owner.id);
			await waiting(1);
			await client.query("COMMIT");
			return removed;
		});
		expect(keys).toEqual([`late-${owner.id}`]);
	});

	test("a token that is asked for while the password changes is not made", async () => {
		const store = prismaStore(patient, "postgresql");
		const owner = await scene(store).user();
		const token = { id: randomUUID(), userId: owner.id, sessionEpoch: owner.sessionEpoch, name: "x", hash: hex(8), expiresAt: null };
		const made = await connected(async (client) => {
			await client.query("BEGIN");
			await client.query('UPDATE "User" SET "sessionEpoch" = "sessionEpoch" + 1 WHERE "id" = $1', [owner.id]);
			const asked = store.tokens.create(token, { most: 3, of: { name: "x" }, full: "refuse", now: at });
			await waiting(1);
			await client.query("COMMIT");
			return asked;
		});
		expect(made).toBe("stale");
	});
});
