import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servingLock } from "@/lib/drivers/prisma/serving-lock";
import { Account } from "../support/account";
import { startS3, type TestS3 } from "../support/s3";
import { ServerEnded, startServer } from "../support/server";
import { freshDatabase, testPostgres } from "../support/throw-away";

let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3();
});
afterAll(() => s3.stop());

const run = promisify(execFile);
const code = `
	const [settings, ...words] = process.argv.slice(1);
	import("./dist/move.js").then(({ main }) => main(words, JSON.parse(settings))).then((code) => { process.exitCode = code; });
`;
/** What `npm run move` does once everything is installed; rejects with what it printed. */
const move = (...words: string[]) => {
	const { endpoint, accessKeyId, secretAccessKey } = s3;
	const settings = { from: process.cwd(), dataDir: tmpdir(), endpoint, region: "us-east-1", keys: { accessKeyId, secretAccessKey } };
	return run(process.execPath, ["--enable-source-maps", "-e", code, JSON.stringify(settings), ...words]);
};

describe.skipIf(!testPostgres())("an installation that was moved", () => {
	test("is served from PostgreSQL and the bucket with every sign-in, link and song, and nobody moves it meanwhile", async () => {
		const folder = await mkdtemp(join(tmpdir(), "passalong-moved-"));
		const before = await startServer({ env: { DATA_DIR: folder } });
		const account = await Account.signUp(before.url);
		const song = await account.upload({ title: "Late train" });
		const { shareId } = await account.share("song", song.id);
		await expect(move("--from", folder, "--to", join(folder, "nowhere"))).rejects.toMatchObject({
			stderr: expect.stringMatching(/running/),
		});
		await before.stop();

		const url = await freshDatabase();
		await move("--from", folder, "--to", url, "--to-files", `s3://${s3.bucket}/moved/`);
		const after = await startServer({ env: { ...s3.env, S3_PREFIX: "moved/", DATABASE_URL: url } });
		try {
			const same = (path: string) => fetch(`${after.url}${path}`, { headers: { authorization: `Bearer ${account.token}` } });
			expect(await (await same("/api/songs")).json()).toMatchObject({ data: [{ id: song.id, title: "Late train" }] });
			expect((await (await same(`/api/songs/${song.id}/stream`)).arrayBuffer()).byteLength).toBeGreaterThan(10_000);
			expect((await fetch(`${after.url}/api/share/${shareId}`)).status).toBe(200);
			await expect(move("--from", url, "--to", join(folder, "back"))).rejects.toMatchObject({
				stderr: expect.stringMatching(/server is running/),
			});
		} finally {
			expect(await after.stop()).toBe(0);
		}
	});

	test("is not served on by a server that lost the database while the move began", async () => {
		const url = await freshDatabase();
		const server = await startServer({ env: { DATABASE_URL: url } });
		const [admin, mover] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
		await Promise.all([admin.connect(), mover.connect()]);
		try {
			// Who waits for the lock has it as soon as the server's connection is lost.
			const taken = mover.query("SELECT pg_advisory_lock($1)", [servingLock]);
			const here = "database = (SELECT oid FROM pg_database WHERE datname = current_database())";
			const locks = async (state: string) =>
				(await admin.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND ${state} AND ${here}`)).rows;
			await expect.poll(() => locks("mode = 'ExclusiveLock' AND NOT granted"), { timeout: 20_000 }).toHaveLength(1);
			for (const { pid } of await locks("mode = 'ShareLock'")) await admin.query("SELECT pg_terminate_backend($1)", [pid]);
			await taken;
			await expect.poll(server.output, { timeout: 20_000 }).toMatch(/^The installation is being moved\. .*$/m);
			const answers = () =>
				fetch(`${server.url}/api/health`).then(
					() => true,
					() => false,
				);
			await expect.poll(answers, { timeout: 20_000 }).toBe(false);
		} finally {
			expect(await server.stop()).toBe(1);
			await Promise.all([admin.end(), mover.end()]);
		}
	});
});

test("a server does not serve half of what is being moved", async () => {
	const folder = await mkdtemp(join(tmpdir(), "passalong-moved-"));
	await (await startServer({ env: { DATA_DIR: folder } })).stop();
	const db = new Database(join(folder, "passalong.db"));
	db.exec("CREATE TABLE _move (name TEXT PRIMARY KEY, value TEXT NOT NULL); INSERT INTO _move VALUES ('state', 'moving')");
	const refused = await startServer({ env: { DATA_DIR: folder } }).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(ServerEnded);
	expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/^A move to this database is not finished.*\n$/m) });
	db.exec("UPDATE _move SET value = 'gone'");
	await expect(startServer({ env: { DATA_DIR: folder } })).rejects.toMatchObject({ output: expect.stringMatching(/was moved/) });
	db.exec("UPDATE _move SET value = 'done'");
	db.close();
	await (await startServer({ env: { DATA_DIR: folder } })).stop();
});
