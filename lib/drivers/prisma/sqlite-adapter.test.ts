import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { whyAway } from "./away";
import { openDatabase } from "./database";
import { migrateSqlite } from "./migrate";

async function opened() {
	const file = join(mkdtempSync(join(tmpdir(), "passalong-adapter-")), "test.db");
	migrateSqlite(file, "prisma/migrations/sqlite");
	return { file, ...(await openDatabase({ file })) };
}

const room = (code: string) => ({ data: { code, state: "{}", expiresAt: new Date(0) } });

test("a transaction that has read may write, whoever else has the file open", async () => {
	const { file, db } = await opened();
	// Another process would wait; this one must not, for it is the same thread.
	const other = new Database(file, { timeout: 0 });
	const write = () => other.exec(`INSERT INTO "Room" ("code", "state", "expiresAt") VALUES ('000001', '{}', 0)`);
	await db.$transaction(async (tx) => {
		expect(await tx.room.count()).toBe(0);
		expect(write).toThrow("database is locked");
		await tx.room.create(room("000002"));
	});
	write();
	expect(await db.room.count()).toBe(2);
	await db.$disconnect();
	other.close();
});

test("a transaction that could not begin stands in nobody's way", async () => {
	const { file, db } = await opened();
	await db.$executeRaw`PRAGMA busy_timeout = 0`;
	const other = new Database(file);
	const tell = () => db.$transaction((tx) => tx.room.create(room("000001")));
	other.exec("BEGIN IMMEDIATE");
	expect(whyAway(await tell().catch((error: unknown) => error))).toMatch(/BUSY|P1008|SocketTimeout/);
	other.exec("ROLLBACK");
	await tell();
	expect(await db.room.count()).toBe(1);
	await db.$disconnect();
	other.close();
});
