// What runs on the thread of `sqlite-together.ts`: one connection, one statement after the other, an answer for each in the same order.
// Plain JavaScript, since a thread is started from a file, in tests as in the built server.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/** Statements that stay prepared. Their texts differ by the number of their rows. */
const mostPrepared = 300;

const db = new Database(workerData.file);
db.exec(workerData.pragmas);
const prepared = new Map();

function statement(sql) {
	const known = prepared.get(sql) ?? db.prepare(sql);
	prepared.delete(sql);
	prepared.set(sql, known);
	if (prepared.size > mostPrepared) prepared.delete(prepared.keys().next().value);
	return known;
}

const does = {
	run: ({ sql, values }) => statement(sql).run(values).changes,
	all: ({ sql, values }) => statement(sql).all(values),
	begin: () => db.exec("BEGIN IMMEDIATE") && null,
	commit: () => db.exec("COMMIT") && null,
	rollback: () => (db.inTransaction ? db.exec("ROLLBACK") : db) && null,
	close: () => db.close() && null,
};

parentPort.on("message", (message) => {
	try {
		parentPort.postMessage({ answer: does[message.what](message) });
	} catch (error) {
		parentPort.postMessage({ failed: { code: error.code, message: error.message } });
	}
});
