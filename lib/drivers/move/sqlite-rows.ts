import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { migrationsIn, missingOf } from "@/lib/drivers/prisma/migrations";
import { CannotMove, list, notesTable, quoted, type RowStore } from "./row-store";
import type { Column, Table } from "./tables";
import { type Row, toValue, type Value } from "./values";

type Setup = { folder: string; database: string; migrations: string };
const stored = z.record(z.string(), z.string());

/** The rows of an installation in a data folder. */
export function sqliteRows({ folder, database, migrations }: Setup): RowStore {
	const file = join(folder, database);
	const secretsFile = join(folder, "secrets.json");
	let opened: Database.Database | undefined;
	const open = () => {
		if (opened) return opened;
		opened = new Database(file, { timeout: 10_000, fileMustExist: true });
		opened.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
		return opened;
	};
	const note = (db: Database.Database, notes: Record<string, string>) => {
		db.exec(`CREATE TABLE IF NOT EXISTS ${notesTable} (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
		const put = db.prepare(`INSERT INTO ${notesTable} VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
		for (const [name, value] of Object.entries(notes)) put.run(name, value);
	};
	return {
		words: `SQLite in ${folder}`,
		// The folder is locked by whoever moves, as it may serve for rows and for files.
		async take() {},
		async checkSource() {
			if (!existsSync(file)) throw new CannotMove(`There is no installation in ${folder}: it has no ${database}.`);
			const applied = open().prepare("SELECT name FROM _migration").pluck().all() as string[];
			if (missingOf(migrationsIn(migrations), applied, "source").length > 0)
				throw new CannotMove(`${folder} is of an older version. Start this version on it once, and stop it again.`);
		},
		migrate: async () => void migrateSqlite(file, migrations),
		count: async (table) =>
			z.number().parse(
				open()
					.prepare(`SELECT count(*) FROM ${quoted(table.name)}`)
					.pluck()
					.get(),
			),
		async page(table, after, most) {
			const where = after ? `WHERE (${list(table.key)}) > (${after.map(() => "?").join(", ")})` : "";
			const sql = `SELECT ${list(table.columns)} FROM ${quoted(table.name)} ${where} ORDER BY ${list(table.key)} LIMIT ${most}`;
			const rows = open()
				.prepare<Value[], unknown[]>(sql)
				.raw()
				.all(...(after ?? []));
			return rows.map((row) => table.columns.map((column, at) => toValue(column, row[at])));
		},
		async notes() {
			const db = open();
			if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(notesTable)) return null;
			return stored.parse(Object.fromEntries(db.prepare(`SELECT name, value FROM ${notesTable}`).raw().all() as [string, string][]));
		},
		async write(rows, notes) {
			const db = open();
			db.transaction(() => {
				if (rows) insert(db, rows.table, rows.rows);
				note(db, notes);
			})();
		},
		async clear(tables) {
			const db = open();
			db.transaction(() => {
				for (const table of [...tables].reverse()) db.exec(`DELETE FROM ${quoted(table.name)}`);
				db.exec(`DELETE FROM sqlite_sequence; DROP TABLE IF EXISTS ${notesTable}`);
			})();
		},
		async counted(table) {
			return z.number().parse(open().prepare("SELECT seq FROM sqlite_sequence WHERE name = ?").pluck().get(table.name) ?? 0);
		},
		async setCounted(table, last) {
			const db = open();
			db.transaction(() => {
				db.prepare("DELETE FROM sqlite_sequence WHERE name = ?").run(table.name);
				if (last > 0) db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)").run(table.name, last);
			})();
		},
		secrets: async () => (existsSync(secretsFile) ? stored.parse(JSON.parse(readFileSync(secretsFile, "utf8"))) : {}),
		async setSecrets(secrets) {
			const whole = `${secretsFile}.tmp`;
			rmSync(whole, { force: true });
			writeFileSync(whole, `${JSON.stringify(secrets, null, "\t")}\n`, { mode: 0o600, flush: true });
			renameSync(whole, secretsFile);
		},
		close: async () => void opened?.close(),
	};
}

function insert(db: Database.Database, table: Table, rows: Row[]): void {
	const places = table.columns.map(() => "?").join(", ");
	const put = db.prepare(`INSERT INTO ${quoted(table.name)} (${list(table.columns)}) VALUES (${places})`);
	for (const row of rows) put.run(table.columns.map((column, at) => toStored(column, row[at] ?? null)));
}

/** As the program itself writes it: times are compared as text, so they must all be written the same way. */
function toStored({ type }: Column, value: Value): string | number | null {
	if (typeof value === "boolean") return value ? 1 : 0;
	if (type === "DateTime" && typeof value === "number") return new Date(value).toISOString().replace("Z", "+00:00");
	return value;
}
