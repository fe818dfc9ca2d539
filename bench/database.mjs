// The database behind the measured server, looked at from outside: what was counted, and in how many commits.
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";

/** Everything that the rows of the table may move. */
const counted = {
	views: 'SELECT SUM("viewCount") AS n FROM "Share"',
	viewsByDay: 'SELECT SUM(views) AS n FROM "DailyStat"',
	viewsByHost: 'SELECT SUM(views) AS n FROM "ReferrerStat"',
	visits: 'SELECT COUNT(*) AS n FROM "Visit"',
	plays: 'SELECT SUM("playCount") AS n FROM "Share"',
	playsByDay: 'SELECT SUM(plays) AS n FROM "DailyStat"',
	playsByVisit: 'SELECT SUM("playCount") AS n FROM "Visit"',
	grants: 'SELECT COUNT(*) AS n FROM "Play"',
};

const newVisits = (count, codes) =>
	Array.from({ length: count }, (_, at) => ({ id: randomBytes(16).toString("hex"), code: codes[at % codes.length] }));
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();

/**
 * The SQLite file in the data folder. The index of its write-ahead log, which all its connections share, has a counter that goes up by
 * one with every transaction that writes (https://sqlite.org/walformat.html, `iChange`).
 */
export function sqlite(dataDir) {
	const file = join(dataDir, "passalong.db");
	const db = new Database(file);
	db.pragma("busy_timeout = 10000");
	// The index is there once somebody has read.
	db.prepare('SELECT COUNT(*) FROM "Share"').get();
	const index = openSync(`${file}-shm`, "r");
	return {
		name: "SQLite",
		version: `SQLite ${db.prepare("SELECT sqlite_version()").pluck().get()}`,
		counts: async () => Object.fromEntries(Object.entries(counted).map(([name, sql]) => [name, db.prepare(sql).pluck().get() ?? 0])),
		async commits() {
			const change = Buffer.alloc(4);
			readSync(index, change, 0, 4, 8);
			return new Uint32Array(new Uint8Array(change).buffer)[0];
		},
		/** Visits as the server makes them, without the requests. */
		async visits(count, codes) {
			const visits = newVisits(count, codes);
			const insert = db.prepare(
				`INSERT INTO "Visit" (id, "shareId", "addressHash", "userAgentHash", "expiresAt", "createdAt", "updatedAt") SELECT ?, id, ?, ?, ?, ?, ? FROM "Share" WHERE code = ?`,
			);
			const now = new Date().toISOString();
			db.transaction(() => {
				for (const { id, code } of visits) insert.run(id, id.repeat(2), id.repeat(2), tomorrow(), now, now, code);
			})();
			return visits;
		},
		async close() {
			closeSync(index);
			db.close();
		},
	};
}

/** A PostgreSQL database. Its snapshots tell which number the next transaction that writes gets. */
export async function postgres(url) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const one = async (sql) => Number((await client.query(sql)).rows[0].n ?? 0);
	return {
		name: "PostgreSQL + Redis",
		version: `PostgreSQL ${(await client.query("SHOW server_version")).rows[0].server_version}`,
		async counts() {
			const counts = {};
			for (const [name, sql] of Object.entries(counted)) counts[name] = await one(sql);
			return counts;
		},
		commits: () => one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS n"),
		async visits(count, codes) {
			const visits = newVisits(count, codes);
			await client.query(
				`INSERT INTO "Visit" (id, "shareId", "addressHash", "userAgentHash", "expiresAt", "updatedAt")
				 SELECT v.id, s.id, repeat(v.id, 2), repeat(v.id, 2), $3, now() FROM unnest($1::text[], $2::text[]) v(id, code) JOIN "Share" s ON s.code = v.code`,
				[visits.map(({ id }) => id), visits.map(({ code }) => code), tomorrow()],
			);
			return visits;
		},
		close: () => client.end(),
	};
}
