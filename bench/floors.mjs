// What the parts cost without us: the database's driver alone, Next's router, and another generator than ours.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import Database from "better-sqlite3";
import { requests } from "./requests.mjs";
import { startServer } from "./server.mjs";

/** Times `work` for a second, one call after the other; answers calls a second and microseconds a call. */
function timed(work) {
	const start = performance.now();
	let calls = 0;
	for (; performance.now() - start < 1_000; calls++) work(calls);
	const passed = performance.now() - start;
	return { rate: (calls / passed) * 1_000, cpu: (passed / calls) * 1_000 };
}

/** better-sqlite3 by itself, with the settings of our database: every update is on the disk before the next. */
export function rawSqlite() {
	const db = new Database(join(mkdtempSync(join(tmpdir(), "floor-")), "floor.db"));
	for (const setting of ["journal_mode = WAL", "synchronous = FULL"]) db.pragma(setting);
	db.exec("CREATE TABLE link (id INTEGER PRIMARY KEY, code TEXT UNIQUE, views INTEGER)");
	const insert = db.prepare("INSERT INTO link VALUES (?, ?, 0)");
	db.transaction(() => {
		for (let id = 1; id <= 1_000; id++) insert.run(id, `code-${id}`);
	})();
	const update = db.prepare("UPDATE link SET views = views + 1 WHERE id = ?");
	const read = db.prepare("SELECT * FROM link WHERE code = ?");
	const found = { write: timed((at) => update.run((at % 1_000) + 1)), read: timed((at) => read.get(`code-${(at % 1_000) + 1}`)) };
	db.close();
	return found;
}

/** Our cheapest call on Next's lane, in a server that sends everything through Next. */
export async function throughNext(generator, watch) {
	const server = await startServer({ FAST_LANE: "off" });
	try {
		const job = { port: server.port, row: "live", scene: {}, connections: 64 };
		await generator.run({ ...job, seconds: 1 });
		return await watch(server.pid, () => generator.run(job));
	} finally {
		await server.stop();
	}
}

/** The same requests on the same floor from autocannon, as a check on our generator. */
export async function byAutocannon(port, row, scene) {
	const [head, body] = requests[row](scene)(0).split("\r\n\r\n");
	const [line, ...lines] = head.split("\r\n");
	const [method, path] = line.split(" ");
	const headers = Object.fromEntries(lines.map((header) => header.split(/: (.*)/s, 2)));
	const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, method, headers, body, connections: 64, duration: 2 });
	return result.requests.average;
}
