import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fillInstallation, rowsOf } from "@/e2e/support/full-installation";
import { startS3, type TestS3 } from "@/e2e/support/s3";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { servingLock } from "@/lib/drivers/prisma/serving-lock";
import { readTables } from "./tables";

// Inside the project, so that the bundle finds its packages.
const place = mkdtempSync(join("node_modules", ".move-test-"));
const bundle = resolve(place, "move.mjs");
let s3: TestS3;
let source: string;
let target: string;
let keys: string[];

beforeAll(async () => {
	const entryPoints = [join(import.meta.dirname, "main.ts")];
	await build({ entryPoints, outfile: bundle, bundle: true, platform: "node", format: "esm", packages: "external", sourcemap: true });
	s3 = await startS3();
});
afterAll(async () => {
	rmSync(place, { recursive: true });
	await s3.stop();
});
beforeEach(() => {
	const root = mkdtempSync(join(tmpdir(), "passalong-move-test-"));
	source = join(root, "source");
	target = join(root, "target");
	keys = fillInstallation(source);
});

const code = `
	const [bundle, settings, ...words] = process.argv.slice(1);
	import(bundle).then(({ main }) => main(words, JSON.parse(settings))).then((code) => { process.exitCode = code; });
`;
function start(words: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> } {
	const settings = { from: process.cwd(), dataDir: join(target, "..", "data"), endpoint: s3.endpoint, region: "us-east-1", keys: s3 };
	const { accessKeyId, secretAccessKey } = s3;
	const given = JSON.stringify({ ...settings, keys: { accessKeyId, secretAccessKey } });
	const child = spawn(process.execPath, ["--enable-source-maps", "--no-warnings", "-e", code, bundle, given, ...words]);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
	return { child, ended: new Promise((done) => child.once("close", (code) => done({ code, output }))) };
}
const move = (...words: string[]) => start(words).ended;
const moved = async (...words: string[]) =>
	expect(await move(...words)).toMatchObject({ code: 0, output: expect.stringContaining("both sides are equal") });
const fileOf = (folder: string, key: string) => join(folder, "blobs", key.slice(0, 2), key);
const expectSame = (one: string, other: string) => {
	expect(rowsOf(other)).toEqual(rowsOf(one));
	expect(readFileSync(join(other, "secrets.json"), "utf8")).toBe(readFileSync(join(one, "secrets.json"), "utf8"));
	for (const key of keys) expect(readFileSync(fileOf(other, key)).equals(readFileSync(fileOf(one, key)))).toBe(true);
};

test("the schema's tables are all of them, parents first", () => {
	const tables = readTables(readFileSync("prisma/schema.prisma", "utf8"));
	const counters = Object.keys(rowsOf(source)).filter((name) => name !== "counters");
	expect(tables.map(({ name }) => name).sort()).toEqual(counters);
	const at = (name: string) => tables.findIndex((table) => table.name === name);
	for (const [parent, child] of [
		["User", "Item"],
		["Item", "Blob"],
		["Share", "Visit"],
		["Visit", "Play"],
		["Item", "Share"],
	] as const)
		expect(at(parent)).toBeLessThan(at(child));
	for (const [name, rows] of Object.entries(rowsOf(source))) expect(rows.length, `${name} is not filled`).toBeGreaterThan(0);
});

describe("moving from folder to folder", () => {
	test("copies everything, and says so again when it is asked again", async () => {
		await moved("--from", source, "--to", target);
		expectSame(source, target);
		await moved("--from", source, "--to", target);
		const db = new Database(join(target, "passalong.db"));
		db.exec("UPDATE Item SET title = 'other' WHERE id = 8; DELETE FROM Item WHERE id = 15");
		db.close();
		const { code, output } = await move("--from", source, "--to", target);
		expect(code).toBe(1);
		expect(output).toContain("Item 8 differs");
	});

	test("names a file that is damaged or missing, and moves the others", async () => {
		const [short = "", other = "", gone = ""] = keys.slice(3);
		truncateSync(fileOf(source, short), 10);
		writeFileSync(fileOf(source, other), Buffer.alloc(readFileSync(fileOf(source, other)).length));
		rmSync(fileOf(source, gone));
		const { code, output } = await move("--from", source, "--to", target);
		expect(code).toBe(1);
		expect(output).toMatch(new RegExp(`${short} of item \\d+ is damaged: 10 of \\d+ bytes`));
		expect(output).toMatch(new RegExp(`${other} of item \\d+ is damaged: its bytes are others`));
		expect(output).toMatch(new RegExp(`${gone} of item \\d+ is missing`));
		expect(rowsOf(target)).toEqual(rowsOf(source));
		for (const key of keys.filter((key) => key !== gone)) expect(existsSync(fileOf(target, key))).toBe(true);
	});

	test("refuses what is no installation, what is the same, what is served, and what has rows or files of its own", async () => {
		const refused = async (words: RegExp, ...args: string[]) =>
			expect(await move(...args)).toMatchObject({ code: 1, output: expect.stringMatching(words) });
		await refused(/no installation in/, "--from", target, "--to", source);
		expect(existsSync(target)).toBe(false);
		await refused(/same folder/, "--from", source, "--to", source);
		await refused(/npm run move/, "--from", source);
		await refused(/no place to move/, "--from", source, "--to", "mysql://x");
		const serving = new Database(join(source, "server.lock"));
		serving.exec("BEGIN EXCLUSIVE");
		await refused(/already running/, "--from", source, "--to", target);
		serving.close();
		const other = join(target, "..", "other");
		fillInstallation(other);
		const before = rowsOf(other);
		await refused(/installation of its own/, "--from", source, "--to", other);
		expect(rowsOf(other)).toEqual(before);
		rmSync(join(other, "passalong.db"));
		await refused(/has files of another installation/, "--from", source, "--to", other);
	});

	test("notices a source that changed while it was interrupted, and begins anew when told so", async () => {
		await moved("--from", source, "--to", target);
		const db = new Database(join(target, "passalong.db"));
		db.exec("UPDATE _move SET value = 'moving' WHERE name = 'state'");
		db.close();
		expect(await move("--from", target, "--to", join(target, "..", "third"))).toMatchObject({
			code: 1,
			output: expect.stringMatching(/not finished/),
		});
		const used = new Database(join(source, "passalong.db"));
		used.exec("UPDATE Item SET playCount = 77 WHERE id = 8");
		used.close();
		const { code, output } = await move("--from", source, "--to", target);
		expect([code, output]).toEqual([1, expect.stringMatching(/Item 8 differs[\s\S]*--afresh/)]);
		await moved("--from", source, "--to", target, "--afresh");
		expectSame(source, target);
	});
});

describe.skipIf(!testPostgres())("moving to PostgreSQL and back", () => {
	let url: string;
	let client: pg.Client;
	beforeEach(async () => {
		url = await freshDatabase();
		client = new pg.Client({ connectionString: url });
		await client.connect();
		return () => client.end();
	});
	const bucket = (name: string) => `s3://${s3.bucket}/${name}/`;
	const count = async (sql: string) => Number((await client.query(`SELECT (${sql}) AS n`).catch(() => null))?.rows[0].n ?? 0);

	test("loses and changes nothing, and numbers go on where they were", async () => {
		await moved("--from", source, "--to", url, "--to-files", bucket("round"));
		expect(s3.store.objects.size).toBeGreaterThanOrEqual(keys.length);
		const insert = `INSERT INTO "Item" ("ownerId", "kind", "title", "content") SELECT "ownerId", 'song', 'new', '{}' FROM "Item" LIMIT 1 RETURNING "id"`;
		await client.query("BEGIN");
		expect((await client.query(insert)).rows).toEqual([{ id: 5_001 }]);
		await client.query("ROLLBACK");
		await client.query(`SELECT setval('"Item_id_seq"', 5000)`);
		await moved("--from", url, "--from-files", bucket("round"), "--to", target);
		expectSame(source, target);
	});

	test("leaves files where they are when both sides have them there", async () => {
		await moved("--from", source, "--to", url, "--to-files", source);
		const db = new Database(join(source, "passalong.db"));
		expect(db.prepare("SELECT value FROM _move").pluck().all()).toEqual(["gone"]);
		db.close();
		await moved("--from", source, "--to", url, "--to-files", source);
		await moved("--from", url, "--from-files", source, "--to", target);
		expectSame(source, target);
	});

	test("goes back to a place that was left, files where they are, only when told so", async () => {
		const away = ["--from", source, "--to", url, "--to-files", source];
		const back = ["--from", url, "--from-files", source, "--to", source];
		// The second time the place was itself moved to before.
		for (let time = 0; time < 2; time++) {
			await moved(...away, ...(time > 0 ? ["--afresh"] : []));
			await client.query(`UPDATE "Item" SET "title" = $1 WHERE "id" = 8`, [`changed there ${time}`]);
			const { code, output } = await move(...back);
			expect([code, output]).toEqual([1, expect.stringMatching(/was left: .*used by the new place.*--afresh/)]);
			expect(output).not.toMatch(/Another installation|interrupted/);
			await moved(...back, "--afresh");
			const db = new Database(join(source, "passalong.db"));
			expect(db.prepare("SELECT title FROM Item WHERE id = 8").pluck().get()).toBe(`changed there ${time}`);
			expect(db.prepare("SELECT value FROM _move WHERE name = 'state'").pluck().get()).toBe("done");
			db.close();
			for (const key of keys) expect(existsSync(fileOf(source, key))).toBe(true);
		}
		const other = join(target, "..", "other");
		fillInstallation(other);
		expect(await move("--from", other, "--to", url, "--to-files", other, "--afresh")).toMatchObject({
			code: 1,
			output: expect.stringContaining("Another installation"),
		});
	});

	test("goes on after a kill -9, as often as it takes, and nothing is doubled", { timeout: 240_000 }, async () => {
		const large = join(target, "..", "large");
		keys = fillInstallation(large, { visits: 30_000, files: 60 });
		const words = ["--from", large, "--to", url, "--to-files", bucket("killed")];
		const points = [
			() => count(`SELECT count(*) FROM "Item"`),
			() => count(`SELECT count(*) FROM "Visit"`),
			async () => (await count(`SELECT count(*) FROM "Visit"`)) - 15_000,
			async () => (await count(`SELECT count(*) FROM "Play"`)) - 1,
			() => count(`SELECT value::int FROM _move WHERE name = 'files:done'`),
			async () => (await count(`SELECT value::int FROM _move WHERE name = 'files:done'`)) - 30,
		];
		const locked = `SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database WHERE locktype = 'advisory' AND datname = current_database()`;
		let killed = 0;
		for (const reached of points) {
			const { child, ended } = start(words);
			let over = false;
			void ended.then(() => {
				over = true;
			});
			await vi.waitUntil(async () => over || (await reached()) > 0, { timeout: 60_000, interval: 1 });
			if (!over) killed++;
			child.kill("SIGKILL");
			await ended;
			// Its connection goes with it, a little later.
			await vi.waitUntil(async () => (await count(locked)) === 0, { timeout: 60_000 });
		}
		expect(killed).toBeGreaterThanOrEqual(4);
		const { code, output } = await move(...words);
		expect([code, output]).toEqual([0, expect.stringContaining("both sides are equal")]);
		await moved("--from", url, "--from-files", bucket("killed"), "--to", target);
		expectSame(large, target);
	});

	test("refuses a database that is served, or that another installation is in", async () => {
		await client.query("SELECT pg_advisory_lock_shared($1)", [servingLock]);
		expect(await move("--from", source, "--to", url)).toMatchObject({ code: 1, output: expect.stringContaining("A server is running") });
		await client.query("SELECT pg_advisory_unlock_all()");
		await moved("--from", source, "--to", url);
		const other = join(target, "..", "other");
		fillInstallation(other);
		expect(await move("--from", other, "--to", url)).toMatchObject({ code: 1, output: expect.stringContaining("Another installation") });
		await client.query("DROP TABLE _move");
		expect(await move("--from", other, "--to", url)).toMatchObject({ code: 1, output: expect.stringContaining("of its own") });
	});

	test("names a row that PostgreSQL cannot hold", async () => {
		const db = new Database(join(source, "passalong.db"));
		db.prepare("UPDATE Item SET title = ? WHERE id = 15").run("a\0b");
		db.close();
		const { code, output } = await move("--from", source, "--to", url);
		expect([code, output]).toEqual([1, expect.stringMatching(/cannot hold the row 15 of Item/)]);
		expect(output).not.toContain("    at ");
	});

	test("refuses an address that asks for another schema", async () => {
		const { code, output } = await move("--from", source, "--to", `${url}?schema=music`);
		expect([code, output]).toEqual([1, expect.stringMatching(/schema music: tables lie in public/)]);
		expect(output).not.toContain("    at ");
	});

	test("tells of a database that is not there, without its password", async () => {
		const nowhere = new URL(url);
		nowhere.port = "9";
		nowhere.password = "secret-word";
		const { code, output } = await move("--from", source, "--to", nowhere.href);
		expect([code, output]).toEqual([1, expect.stringContaining("does not answer")]);
		expect(output).not.toMatch(/secret-word| {4}at /);
	});
});
