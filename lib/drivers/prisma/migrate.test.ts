import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import { build } from "esbuild";
import { beforeEach, describe, expect, test } from "vitest";
import { migrateSqlite } from "./migrate";
import { NewerDatabase } from "./migrations";

describe("migrateSqlite", () => {
	let folder = "";
	let file = "";
	const add = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
	const ask = (sql: string) => {
		const db = new Database(file);
		try {
			return db.prepare(sql).all();
		} finally {
			db.close();
		}
	};
	beforeEach(() => {
		const root = mkdtempSync(join(tmpdir(), "passalong-migrate-"));
		folder = join(root, "sql");
		file = join(root, "test.db");
		mkdirSync(folder);
		add("0001_start.sql", "CREATE TABLE parent (id INTEGER PRIMARY KEY); INSERT INTO parent VALUES (1);");
	});

	test("applies what is missing, in order, once", () => {
		add(
			"0002_child.sql",
			"CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent ON DELETE CASCADE); INSERT INTO child VALUES (1, 1);",
		);
		expect(migrateSqlite(file, folder)).toEqual(["0001_start.sql", "0002_child.sql"]);
		expect(migrateSqlite(file, folder)).toEqual([]);
		add("0003_more.sql", "INSERT INTO parent VALUES (2);");
		expect(migrateSqlite(file, folder)).toEqual(["0003_more.sql"]);
	});

	test("redefines a table without deleting its children", () => {
		add(
			"0002_child.sql",
			"CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent ON DELETE CASCADE); INSERT INTO child VALUES (1, 1);",
		);
		migrateSqlite(file, folder);
		add(
			"0003_redefine.sql",
			"CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO new_parent (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;",
		);
		migrateSqlite(file, folder);
		expect(ask("SELECT * FROM child")).toEqual([{ id: 1, parent: 1 }]);
	});

	test("applies all or nothing", () => {
		migrateSqlite(file, folder);
		add("0002_good.sql", "INSERT INTO parent VALUES (2);");
		add("0003_bad.sql", "INSERT INTO nowhere VALUES (1);");
		expect(() => migrateSqlite(file, folder)).toThrow(/nowhere/);
		expect(ask("SELECT id FROM parent")).toEqual([{ id: 1 }]);
	});

	test("refuses one that leaves a child without its parent", () => {
		add(
			"0002_child.sql",
			"CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent); INSERT INTO child VALUES (1, 99);",
		);
		expect(() => migrateSqlite(file, folder)).toThrow(/without their parents/);
		expect(() => ask("SELECT * FROM child")).toThrow();
	});

	test("refuses a database that is newer than the program", () => {
		migrateSqlite(file, folder);
		const db = new Database(file);
		db.exec("INSERT INTO _migration VALUES ('0099_future.sql', 'then')");
		db.close();
		expect(() => migrateSqlite(file, folder)).toThrow(NewerDatabase);
	});

	test("applies each once when eight start together", async () => {
		add("0002_once.sql", "INSERT INTO parent VALUES (2); CREATE TABLE once (id INTEGER);");
		// Inside the project, so that the bundle finds its packages.
		const place = mkdtempSync(join("node_modules", ".migrate-test-"));
		const bundle = resolve(place, "migrate.mjs");
		await build({
			entryPoints: [join(import.meta.dirname, "migrate.ts")],
			outfile: bundle,
			bundle: true,
			platform: "node",
			format: "esm",
			packages: "external",
		});
		const applied = (await Promise.all(Array.from({ length: 8 }, () => inWorker(bundle, file, folder)))).flat();
		rmSync(place, { recursive: true });
		expect(applied.sort()).toEqual(["0001_start.sql", "0002_once.sql"]);
		expect(ask("SELECT id FROM parent")).toEqual([{ id: 1 }, { id: 2 }]);
	});
});

/** Runs the migrator on a thread with a connection of its own; answers what it applied. */
function inWorker(bundle: string, file: string, folder: string): Promise<string[]> {
	const code = `
		const { parentPort, workerData } = require("node:worker_threads");
		import(workerData.bundle).then(({ migrateSqlite }) => parentPort.postMessage(migrateSqlite(workerData.file, workerData.folder)));
	`;
	return new Promise((done, reject) => {
		const worker = new Worker(code, { eval: true, workerData: { bundle, file, folder } });
		worker.once("message", done);
		worker.once("error", reject);
	});
}
