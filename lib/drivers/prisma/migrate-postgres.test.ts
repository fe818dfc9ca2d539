import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { migrateSqlite } from "./migrate";
import { migratePostgres } from "./migrate-postgres";
import { NewerDatabase } from "./migrations";
import { openPostgres } from "./open-postgres";
import { databaseSecrets } from "./secrets";
import { UnusableDatabase } from "./unusable-database";

const start = 'CREATE TABLE "Parent" ("id" INTEGER PRIMARY KEY); INSERT INTO "Parent" VALUES (1);';

describe.skipIf(!testPostgres())("migratePostgres", () => {
	let folder = "";
	let url = "";
	const add = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), "passalong-migrate-"));
		url = await freshDatabase();
		add("0001_start.sql", start);
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
	const ask = (sql: string) => connected(async (client) => (await client.query(sql)).rows);
	const parents = () => ask('SELECT "id" FROM "Parent" ORDER BY "id"');

	test("applies what is missing, in order, once", async () => {
		add("0002_more.sql", 'INSERT INTO "Parent" VALUES (2);');
		expect(await migratePostgres(url, folder)).toEqual(["0001_start.sql", "0002_more.sql"]);
		expect(await migratePostgres(url, folder)).toEqual([]);
		add("0003_most.sql", 'INSERT INTO "Parent" VALUES (3);');
		expect(await migratePostgres(url, folder)).toEqual(["0003_most.sql"]);
		expect(await parents()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
	});

	test("applies all or nothing, and what is mended later", async () => {
		await migratePostgres(url, folder);
		add("0002_good.sql", 'INSERT INTO "Parent" VALUES (2);');
		add("0003_bad.sql", 'INSERT INTO "Nowhere" VALUES (1);');
		await expect(migratePostgres(url, folder)).rejects.toThrow(/Nowhere/);
		expect(await parents()).toEqual([{ id: 1 }]);
		add("0003_bad.sql", 'INSERT INTO "Parent" VALUES (3);');
		expect(await migratePostgres(url, folder)).toEqual(["0002_good.sql", "0003_bad.sql"]);
	});

	test("of eight that start together each migration is applied once", async () => {
		add("0002_slow.sql", 'SELECT pg_sleep(0.3); INSERT INTO "Parent" VALUES (2);');
		const applied = await Promise.all(Array.from({ length: 8 }, () => migratePostgres(url, folder)));
		expect(applied.flat().sort()).toEqual(["0001_start.sql", "0002_slow.sql"]);
		expect(await parents()).toEqual([{ id: 1 }, { id: 2 }]);
	});

	test("complains, and changes nothing, when somebody holds what it needs", async () => {
		await migratePostgres(url, folder);
		add("0002_column.sql", 'ALTER TABLE "Parent" ADD COLUMN "name" TEXT;');
		await connected(async (holder) => {
			await holder.query('BEGIN; SELECT * FROM "Parent"');
			const complaint = migratePostgres(url, folder, { lockTimeout: 200 });
			await expect(complaint).rejects.toThrow(UnusableDatabase);
			await expect(complaint).rejects.toThrow(/is locked/);
			await holder.query("COMMIT");
		});
		expect(await migratePostgres(url, folder)).toEqual(["0002_column.sql"]);
	});

	test("complains when another instance migrates for longer than it waits", async () => {
		add("0002_slow.sql", "SELECT pg_advisory_xact_lock(42);");
		const first = await connected(async (holder) => {
			await holder.query("SELECT pg_advisory_lock(42)");
			const migrating = migratePostgres(url, folder);
			const waits = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
				WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;
			await expect.poll(() => ask(waits), { timeout: 20_000 }).toHaveLength(1);
			await expect(migratePostgres(url, folder, { lockTimeout: 200 })).rejects.toThrow(/is locked/);
			return { migrating };
		});
		expect(await first.migrating).toHaveLength(2);
	});

	test("refuses a database that is newer than the program", async () => {
		await migratePostgres(url, folder);
		await ask("INSERT INTO \"_migration\" VALUES ('0099_future.sql', 'then')");
		await expect(migratePostgres(url, folder)).rejects.toThrow(NewerDatabase);
		await expect(migratePostgres(url, folder)).rejects.toThrow(/DATABASE_URL/);
	});

	test("needs no right to make tables where there is nothing to do", async () => {
		await migratePostgres(url, folder);
		const name = new URL(url).pathname.slice(1);
		await ask(
			`CREATE ROLE ${name}_reader LOGIN; GRANT SELECT ON "_migration" TO ${name}_reader; REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
		);
		const theirs = new URL(url);
		theirs.username = `${name}_reader`;
		expect(await migratePostgres(theirs.href, folder)).toEqual([]);
		add("0002_table.sql", 'CREATE TABLE "Other" ("id" INTEGER)');
		await expect(migratePostgres(theirs.href, folder)).rejects.toThrow(/does not let this user make tables/);
	});

	test.each([
		["no server", (at: URL) => (at.port = "1"), /127\.0\.0\.1:1\/\w+ does not answer/],
		["no such database", (at: URL) => (at.pathname = "/nowhere"), /has no such database/],
		["no such host", (at: URL) => (at.hostname = "no.such.host.invalid"), /cannot be found/],
	])("%s is told in one line, without the password", async (_, spoil, words) => {
		const wrong = new URL(url);
		wrong.password = "geheim";
		spoil(wrong);
		const complaint = await migratePostgres(wrong.href, folder).catch((error: unknown) => error);
		expect(complaint).toBeInstanceOf(UnusableDatabase);
		expect(String(complaint)).toMatch(words);
		expect(String(complaint)).not.toMatch(/geheim|\n/);
	});

	test("migrations of one number lead to the same columns on both engines", async () => {
		const file = join(mkdtempSync(join(tmpdir(), "passalong-columns-")), "test.db");
		expect(await migratePostgres(url, "prisma/migrations/postgresql")).toEqual(migrateSqlite(file, "prisma/migrations/sqlite"));
		const db = new Database(file);
		const sqlite = db
			.prepare<[], { column: string }>(
				`SELECT t.name || '.' || c.name || CASE WHEN c."notnull" OR c.pk THEN ' required' ELSE '' END AS "column"
				FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name GLOB '[A-Z]*' ORDER BY 1`,
			)
			.all();
		db.close();
		const postgresql = await ask(
			`SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END COLLATE "C" AS "column"
			FROM information_schema.columns WHERE table_schema = 'public' AND table_name !~ '^_' ORDER BY 1`,
		);
		expect(postgresql.map(({ column }) => column)).toEqual(sqlite.map(({ column }) => column));
	});

	test("an installation of the first version keeps its rows through all migrations", async () => {
		const first = join(folder, "first");
		mkdirSync(first);
		copyFileSync("prisma/migrations/postgresql/0001_start.sql", join(first, "0001_start.sql"));
		await migratePostgres(url, first);
		await ask(`INSERT INTO "User" ("id", "email", "username", "referralCode", "updatedAt") VALUES ('ada', 'ada@example.org', 'ada', 'AAAAAAAA', now());
			INSERT INTO "Item" ("ownerId", "kind", "title", "content") VALUES ('ada', 'playlist', 'x', '{}');
			INSERT INTO "Share" ("code", "ownerId", "itemId", "kind", "primaryOf", "viewCount") VALUES ('c', 'ada', 1, 'playlist', 1, 7);
			INSERT INTO "DailyStat" ("shareId", "day", "views") VALUES (1, '2026-03-01', 7)`);
		await migratePostgres(url, "prisma/migrations/postgresql");
		expect(await ask('SELECT "viewCount", "title", "views" FROM "Share" s, "Item", "DailyStat" WHERE "shareId" = s."id"')).toEqual([
			{ viewCount: 7, title: "x", views: 7 },
		]);
	});

	test("instances that start together share the keys of the installation", async () => {
		await migratePostgres(url, "prisma/migrations/postgresql");
		const instances = Array.from({ length: 4 }, () => openPostgres({ url, pool: 2, timeout: 4_000 }));
		const all = await Promise.all(instances.map(databaseSecrets));
		expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
		expect(new Set(Object.values(all[0] ?? {})).size).toBe(3);
		await ask('UPDATE "_secret" SET "value" = \'short\' WHERE "name" = \'grant\'');
		await expect(databaseSecrets(instances[0] as (typeof instances)[number])).rejects.toThrow(UnusableDatabase);
		await Promise.all(instances.map((db) => db.$disconnect()));
	});
});
