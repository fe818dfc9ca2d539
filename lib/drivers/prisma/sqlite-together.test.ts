import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { whyAway } from "./away";
import { Prisma } from "./generated/client";
import { sqliteTogether } from "./sqlite-together";
import { turns } from "./turns";

test("a group whose thread ends fails as a database that is away, and stands in nobody's way", async () => {
	const turn = turns();
	// A folder is no file: the thread cannot open it, and ends.
	const { together } = sqliteTogether(mkdtempSync(join(tmpdir(), "passalong-together-")), turn);
	for (const attempt of [1, 2]) {
		const error = await together((tx) => tx.run(Prisma.sql`SELECT ${attempt}`)).catch((why: unknown) => why);
		expect(whyAway(error)).toBe("SQLITE_IOERR");
	}
	(await turn())();
});

test("what a group wrote before it failed is not there", async () => {
	const { together, close } = sqliteTogether(join(mkdtempSync(join(tmpdir(), "passalong-together-")), "test.db"), turns());
	await together((tx) => tx.run(Prisma.sql`CREATE TABLE t (id INTEGER PRIMARY KEY)`));
	const twice = together(async (tx) => {
		await tx.run(Prisma.sql`INSERT INTO t VALUES (${1})`);
		await tx.run(Prisma.sql`INSERT INTO t VALUES (${1})`);
	});
	await expect(twice).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
	expect(await together((tx) => tx.all(Prisma.sql`SELECT * FROM t`))).toEqual([]);
	await close();
});
