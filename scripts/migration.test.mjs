import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrationsOf, nextName, snapshotOf, writeMigration } from "./steps/migrations.mjs";
import { within } from "./steps/paths.mjs";
import { engines, schemaComparer, schemaFor } from "./steps/sql.mjs";

const folder = within("prisma/migrations");
const schema = readFileSync(within("prisma/schema.prisma"), "utf8");
const grown = `${schema}\nmodel Fruit {\n  id   Int    @id @default(autoincrement())\n  name String @unique\n}\n`;

let comparer;
beforeAll(async () => {
	comparer = await schemaComparer();
}, 60_000);
afterAll(() => comparer.close());

describe("the committed migrations", () => {
	test("amount to prisma/schema.prisma; if not: npm run migration -- <name>", async () => {
		expect(snapshotOf(folder)).not.toBeNull();
		expect(await comparer.sqlBetween(snapshotOf(folder), schema)).toEqual({ sqlite: "", postgresql: "" });
	});

	test("have one number and name for both engines", () => {
		const names = migrationsOf(folder, "sqlite").map(({ name }) => name);
		expect(migrationsOf(folder, "postgresql").map(({ name }) => name)).toEqual(names);
		for (const [index, name] of names.entries()) expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, "0")}_[a-z0-9_]+$`));
	});

	test("run on an empty SQLite", () => {
		const db = new Database(":memory:");
		for (const { sql } of migrationsOf(folder, "sqlite")) db.exec(sql);
		const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all();
		expect(tables.map(({ name }) => name).sort()).toEqual(models());
		expect(db.pragma("foreign_key_check")).toEqual([]);
	});

	test("run on an empty PostgreSQL", { timeout: 60_000 }, async () => {
		const db = new PGlite();
		for (const { sql } of migrationsOf(folder, "postgresql")) await db.exec(sql);
		const { rows } = await db.query("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
		expect(rows.map(({ name }) => name).sort()).toEqual(models());
		await db.close();
	});
});

describe("a new migration", () => {
	let copy;
	beforeEach(() => {
		copy = mkdtempSync(join(tmpdir(), "passalong-migrations-"));
		cpSync(folder, copy, { recursive: true });
		return () => rmSync(copy, { recursive: true });
	});

	test("is written for both engines under the next number, and leads to the new schema", async () => {
		const count = migrationsOf(copy, "sqlite").length;
		const written = await writeMigration({ folder: copy, schema: grown, name: "fruit", sqlBetween: comparer.sqlBetween });
		expect(written).toHaveLength(3);
		for (const engine of engines) {
			const { name, sql } = migrationsOf(copy, engine).at(-1);
			expect(name).toBe(`${String(count + 1).padStart(4, "0")}_fruit`);
			expect(sql).toContain('CREATE TABLE "Fruit"');
			expect(sql).not.toContain('CREATE TABLE "User"');
		}
		expect(snapshotOf(copy)).toBe(grown);
	});

	test("is not written when only words changed", async () => {
		const reworded = `// Another comment.\n${schema}`;
		expect(await writeMigration({ folder: copy, schema: reworded, name: "words", sqlBetween: comparer.sqlBetween })).toEqual([]);
		expect(snapshotOf(copy)).not.toBe(reworded);
	});

	test.each([
		[undefined, "needs a name"],
		["Fruit Bowl", "is no name"],
		["../fruit", "is no name"],
		["start", "already"],
	])("called %s is refused", (name, words) => {
		expect(() => nextName(copy, name)).toThrow(words);
	});
});

test("PostgreSQL's schema differs from SQLite's in the provider alone", () => {
	expect(schemaFor("postgresql", schema).replace('provider = "postgresql"', 'provider = "sqlite"')).toBe(schema);
	expect(() => schemaFor("postgresql", "model A { id Int @id }")).toThrow("datasource");
});

/** The tables that the schema stands for. */
function models() {
	return [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name).sort();
}
