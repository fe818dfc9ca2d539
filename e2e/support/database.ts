import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";

/** A running server and where its rows are. */
export type Place = { url: string; dataDir: string; postgresUrl: string | null };
export type Value = string | number | boolean | null;

/** Whose rows a server may keep in memory, by the column that says whose they are. */
const remembered: Record<string, string> = { Share: "ownerId", Item: "ownerId", User: "id" };

/**
 * Changes rows of a running server's database behind its back: states that only time, or a later feature, brings about. The
 * SQL must read alike to both engines. The server forgets what it remembers of these rows before this returns.
 */
export async function change(place: Place, sql: string, ...values: Value[]): Promise<void> {
	const owner = remembered[/\b(?:UPDATE|INSERT INTO|DELETE FROM)\s+(\w+)/.exec(sql)?.[1] ?? ""];
	const changed = await run(place, `${sql} RETURNING ${owner ?? "1"} AS who`, values);
	if (changed.length === 0) throw new Error(`nothing matches: ${sql}`);
	if (!owner) return;
	for (const id of new Set(changed.map(({ who }) => String(who)))) await makeForget(place, id);
}

/** The rows of a query that both engines understand, without types of their own: numbers, text in ISO form for times, 0 and 1. */
export async function rows<Row extends Record<string, Value>>(place: Place, sql: string, ...values: Value[]): Promise<Row[]> {
	return (await run(place, sql, values)) as Row[];
}

/** The first column of the first row. Throws when there is no row. */
export async function look<T extends Value>(place: Place, sql: string, ...values: Value[]): Promise<T> {
	const [row] = await run(place, sql, values);
	if (!row) throw new Error(`no row: ${sql}`);
	return Object.values(row)[0] as T;
}

/** A statement that answers nothing. */
export async function alter(place: Place, sql: string): Promise<void> {
	await run(place, sql, []);
}

/** A moment, this many seconds from now, as the database has it. */
export function moment(secondsFromNow: number): string {
	return stored(new Date(Date.now() + secondsFromNow * 1000));
}

/** A moment as the database has it. */
export function stored(at: Date): string {
	return at.toISOString().replace("Z", "+00:00");
}

type Row = Record<string, Value>;

function run(place: Place, sql: string, values: Value[]): Promise<Row[]> {
	return place.postgresUrl ? inPostgres(place.postgresUrl, sql, values) : Promise.resolve(inSqlite(place.dataDir, sql, values));
}

function inSqlite(dataDir: string, sql: string, values: Value[]): Row[] {
	const db = new Database(join(dataDir, "passalong.db"), { timeout: 10_000 });
	try {
		const statement = db.prepare<Value[], Row>(sql);
		const bound = values.map((value) => (typeof value === "boolean" ? Number(value) : value));
		if (statement.reader) return statement.all(...bound);
		statement.run(...bound);
		return [];
	} finally {
		db.close();
	}
}

async function inPostgres(url: string, sql: string, values: Value[]): Promise<Row[]> {
	const client = new pg.Client({
		connectionString: url,
		types: { getTypeParser: (type) => asSqliteHasIt[type] ?? ((text: string) => text) },
	});
	await client.connect();
	try {
		return (await client.query<Row>(forPostgres(sql), values)).rows;
	} finally {
		await client.end();
	}
}

/** How PostgreSQL's answers read, by the number of their type: boolean, integers of all sizes, numeric, timestamp. */
const asSqliteHasIt: Record<number, (text: string) => Value> = {
	16: (text) => Number(text === "t"),
	...Object.fromEntries([20, 21, 23, 1700].map((type) => [type, Number])),
	1114: (text) => stored(new Date(`${text.replace(" ", "T")}Z`)),
};

/** Our names have capitals, which PostgreSQL keeps in quotes only; key words are all capitals. Placeholders have numbers there. */
function forPostgres(sql: string): string {
	let place = 0;
	return sql.replace(/'[^']*'|\?|\b(?=\w*[a-z])(?=\w*[A-Z])\w+\b/g, (part) => {
		if (part === "?") return `$${++place}`;
		return part.startsWith("'") ? part : `"${part}"`;
	});
}

/** An edit of the account, though it changes nothing, makes every instance forget what it remembers of the account's things. */
async function makeForget(place: Place, userId: string): Promise<void> {
	const token = `pal_${randomBytes(32).toString("base64url")}`;
	const hash = createHash("sha256").update(token).digest("hex");
	await run(place, "INSERT INTO Token (id, userId, name, hash, createdAt) VALUES (?, ?, 'forget', ?, ?)", [hash, userId, hash, moment(0)]);
	const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
	const answer = await fetch(`${place.url}/api/me`, { method: "PATCH", headers, body: "{}" });
	await run(place, "DELETE FROM Token WHERE hash = ?", [hash]);
	if (!answer.ok) throw new Error(`the server forgot nothing: ${answer.status} ${await answer.text()}`);
}
