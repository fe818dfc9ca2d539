import pg from "pg";
import { z } from "zod";
import { migratePostgres } from "@/lib/drivers/prisma/migrate-postgres";
import { migrationsIn, missingOf } from "@/lib/drivers/prisma/migrations";
import { connectionTo } from "@/lib/drivers/prisma/postgres-connection";
import { servingLock } from "@/lib/drivers/prisma/serving-lock";
import { UnusableDatabase, unusable } from "@/lib/drivers/prisma/unusable-database";
import { CannotMove, keyOf, list, type Notes, notesTable, quoted, type RowStore } from "./row-store";
import type { Column, Table } from "./tables";
import { type Row, toValue, type Value, writtenMoment } from "./values";

const casts = { String: "text", Int: "integer", Boolean: "boolean", DateTime: "timestamp(3)", Json: "jsonb" } as const;
const pair = z.object({ name: z.string(), value: z.string() });

/** The rows of an installation in PostgreSQL. */
export function postgresRows({ url, migrations }: { url: string; migrations: string }): RowStore {
	let opened: Promise<pg.Client> | undefined;
	const open = () => {
		opened ??= connect(url);
		return opened;
	};
	const ask = async (sql: string, values: unknown[] = []) => (await (await open()).query(sql, values)).rows as unknown[];
	const isThere = async (table: string) => (await ask("SELECT to_regclass($1) IS NOT NULL AS there", [`public.${quoted(table)}`]))[0];
	const has = async (table: string) => z.object({ there: z.boolean() }).parse(await isThere(table)).there;
	const inTransaction = async (work: () => Promise<void>) => {
		await ask("BEGIN");
		try {
			await work();
			await ask("COMMIT");
		} catch (error) {
			await ask("ROLLBACK");
			throw error;
		}
	};
	const { hostname, port, pathname } = new URL(url);
	const words = `PostgreSQL at ${hostname || "localhost"}:${port || 5432}${pathname}`;
	return {
		words,
		async take() {
			const [answer] = await ask("SELECT pg_try_advisory_lock($1) AS taken", [servingLock]);
			if (!z.object({ taken: z.boolean() }).parse(answer).taken)
				throw new CannotMove(`A server is running on ${words}. Stop it first, and every other one on it.`);
		},
		async checkSource() {
			if (!(await has("_migration"))) throw new CannotMove(`There is no installation in ${words}.`);
			const applied = z.array(z.object({ name: z.string() })).parse(await ask('SELECT "name" FROM "_migration"'));
			const missing = missingOf(
				migrationsIn(migrations),
				applied.map(({ name }) => name),
				"source",
			);
			if (missing.length > 0) throw new CannotMove(`${words} is of an older version. Start this version on it once, and stop it again.`);
		},
		migrate: async () => void (await inWords(() => migratePostgres(url, migrations))),
		async count(table) {
			const [found] = await ask(`SELECT count(*) AS all FROM ${quoted(table.name)}`);
			return z.object({ all: z.coerce.number() }).parse(found).all;
		},
		async page(table, after, most) {
			const where = after && `WHERE (${list(table.key)}) > (${table.key.map(({ type }, at) => `$${at + 1}::${casts[type]}`).join(", ")})`;
			// As text, so that no library makes something of a time or of JSON.
			const columns = table.columns.map(({ name, type }) =>
				type === "Json" || type === "DateTime" ? `${quoted(name)}::text` : quoted(name),
			);
			const sql = `SELECT ${columns.join(", ")} FROM ${quoted(table.name)} ${where ?? ""} ORDER BY ${list(table.key)} LIMIT ${most}`;
			const { rows } = await (await open()).query({ text: sql, values: after ?? [], rowMode: "array" });
			return rows.map((row: unknown[]) => table.columns.map((column, at) => toValue(column, row[at])));
		},
		async notes() {
			if (!(await has(notesTable))) return null;
			const rows = z.array(pair).parse(await ask(`SELECT name, value FROM ${notesTable}`));
			return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
		},
		async write(rows, notes) {
			await inTransaction(async () => {
				if (rows) await insert(await open(), rows.table, rows.rows);
				await note(await open(), notes);
			}).catch(async (error: unknown) => {
				throw rows && isData(error) ? await culprit(await open(), rows.table, rows.rows) : error;
			});
		},
		async clear(tables) {
			await ask(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(", ")} RESTART IDENTITY CASCADE`);
			await ask(`DROP TABLE IF EXISTS ${notesTable}`);
		},
		async counted(table) {
			const [found] = await ask(`SELECT pg_get_serial_sequence('${quoted(table.name)}', '${table.counter}') AS name`);
			const { name } = z.object({ name: z.string() }).parse(found);
			const [state] = await ask(`SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS last FROM ${name}`);
			return z.object({ last: z.coerce.number() }).parse(state).last;
		},
		async setCounted(table, last) {
			await ask(`SELECT setval(pg_get_serial_sequence('${quoted(table.name)}', '${table.counter}'), $1, $2)`, [
				Math.max(last, 1),
				last > 0,
			]);
		},
		async secrets() {
			if (!(await has("_secret"))) return {};
			return Object.fromEntries(
				z
					.array(pair)
					.parse(await ask('SELECT "name", "value" FROM "_secret"'))
					.map(({ name, value }) => [name, value]),
			);
		},
		async setSecrets(secrets) {
			await inTransaction(async () => {
				await ask('DELETE FROM "_secret"');
				for (const [name, value] of Object.entries(secrets))
					await ask('INSERT INTO "_secret" ("name", "value") VALUES ($1, $2)', [name, value]);
			});
		},
		close: async () => void (await (await opened?.catch(() => undefined))?.end()),
	};
}

async function connect(url: string): Promise<pg.Client> {
	const config = await inWords(async () => connectionTo(url, 0));
	const client = new pg.Client({ ...config, statement_timeout: 0, query_timeout: 0 });
	client.on("error", () => {});
	try {
		await client.connect();
	} catch (error) {
		throw new CannotMove(unusable(url, error)?.message ?? "PostgreSQL cannot be reached.");
	}
	// A move is one long piece of work: between two statements it may read files for minutes.
	await client.query("SET idle_in_transaction_session_timeout = 0; SET synchronous_commit = on");
	return client;
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof UnusableDatabase ? new CannotMove(error.message) : error;
	}
}

/** One array a column, so that a thousand rows are one statement of a few parameters. */
async function insert(client: pg.Client, table: Table, rows: Row[]): Promise<void> {
	const names = table.columns.map((_, at) => `c${at}`);
	const cast = table.columns.map(({ type }, at) => `c${at}::${casts[type]}`);
	const arrays = table.columns.map((_, at) => `$${at + 1}::text[]`);
	const sql = `INSERT INTO ${quoted(table.name)} (${list(table.columns)})
		SELECT ${cast.join(", ")} FROM unnest(${arrays.join(", ")}) AS given (${names.join(", ")})`;
	await client.query(
		sql,
		table.columns.map((column, at) => rows.map((row) => toText(column, row[at] ?? null))),
	);
}

function toText({ type }: Column, value: Value): string | null {
	if (value === null) return null;
	return type === "DateTime" && typeof value === "number" ? writtenMoment(value) : String(value);
}

async function note(client: pg.Client, notes: Notes): Promise<void> {
	await client.query(`CREATE TABLE IF NOT EXISTS ${notesTable} (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
	const put = `INSERT INTO ${notesTable} VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
	for (const [name, value] of Object.entries(notes)) await client.query(put, [name, value]);
}

/** Whether PostgreSQL cannot hold a value: a character U+0000, half of a surrogate pair, a number that is too large. */
const isData = (error: unknown) => error instanceof pg.DatabaseError && /^22/.test(error.code ?? "");

/** Which of the rows it was, and why. */
async function culprit(client: pg.Client, table: Table, rows: Row[]): Promise<CannotMove> {
	for (const row of rows) {
		await client.query("BEGIN");
		try {
			await insert(client, table, [row]);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			return new CannotMove(
				`PostgreSQL cannot hold the row ${keyOf(table, row).join(", ")} of ${table.name}: ${why}. Change it, and move again.`,
			);
		} finally {
			await client.query("ROLLBACK");
		}
	}
	return new CannotMove(`PostgreSQL cannot hold some row of ${table.name}.`);
}
