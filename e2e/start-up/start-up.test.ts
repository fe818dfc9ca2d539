import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { alter, change, moment } from "../support/database";
import { ServerEnded, startServer, type TestServer } from "../support/server";
import { connect } from "../support/sockets";

let folder: string;
const running: TestServer[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "passalong-start-"));
});

afterEach(async () => {
	for (const server of running.splice(0)) await server.kill();
	await rm(folder, { recursive: true, force: true });
});

/** A server on the test's folder that is ended when the test is over. */
async function start(env: Record<string, string> = {}): Promise<TestServer> {
	const server = await startServer({ env: { DATA_DIR: folder, ...env } });
	running.push(server);
	return server;
}

/** How a start that must not succeed ends. */
async function refusal(env: Record<string, string>): Promise<ServerEnded> {
	const error = await start(env).catch((error: unknown) => error);
	if (!(error instanceof ServerEnded))
		throw new Error(`the server was to refuse, but: ${error instanceof Error ? error.message : "it started"}`);
	return error;
}

test("a server starts on an empty folder, says where it is, and stops when it is told to", async () => {
	const server = await start({ DATA_DIR: join(folder, "made", "by", "it") });
	expect(await (await fetch(`${server.url}/api/health/ready`)).json()).toBeTruthy();
	expect(server.output()).toContain(`Passalong is ready on ${server.url}`);
	expect(await server.stop()).toBe(0);
});

test("a server whose log nobody takes any more goes on, and stops when it is told to", async () => {
	const server = await start();
	server.deafen();
	await alter(server, "ALTER TABLE Share RENAME TO Broken");
	for (let time = 0; time < 3; time++) expect((await fetch(`${server.url}/api/share/0123456789abcdef`)).status).toBe(500);
	expect((await fetch(`${server.url}/api/health/live`, { signal: AbortSignal.timeout(30_000) })).status).toBe(200);
	expect(await server.stop()).toBe(0);
});

test("secrets are made once, readable by their owner alone", async () => {
	const first = await start();
	const file = join(folder, "secrets.json");
	const secrets = await readFile(file, "utf8");
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	await first.stop();
	await start();
	expect(await readFile(file, "utf8")).toBe(secrets);
});

test("what was stored is there after a kill -9", async () => {
	const first = await start();
	const account = { email: "ada@example.test", password: "correct horse battery", username: "ada" };
	const headers = { "content-type": "application/json" };
	const signUp = (url: string) => fetch(`${url}/api/auth/signup`, { method: "POST", headers, body: JSON.stringify(account) });
	expect((await signUp(first.url)).status).toBe(201);
	await first.kill();
	const second = await start();
	expect((await signUp(second.url)).status).toBe(409);
});

test("what was deleted more than a day ago is removed with its files, what was deleted since is kept", async () => {
	const first = await start();
	const account = await Account.signUp(first.url);
	const [old, young] = [await account.upload(), await account.upload()];
	for (const { id } of [old, young]) await account.fetch(`/api/songs/${id}`, { method: "DELETE" });
	await change(first, "UPDATE Item SET deletedAt = ? WHERE id = ?", moment(-25 * 60 * 60), Number(old.id));
	await first.stop();
	const files = async () =>
		(await readdir(join(folder, "blobs"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
	expect(await files()).toBe(2);
	const second = await start();
	// It goes while the server serves already. Its file goes last.
	await expect.poll(files, { timeout: 20_000 }).toBe(1);
	const restore = (id: string) =>
		fetch(`${second.url}/api/items/${id}/restore`, { method: "POST", headers: { authorization: `Bearer ${account.token}` } });
	expect([(await restore(old.id)).status, (await restore(young.id)).status]).toEqual([404, 204]);
	expect(
		(await fetch(`${second.url}/api/songs/${young.id}/stream`, { headers: { authorization: `Bearer ${account.token}` } })).status,
	).toBe(200);
	expect(await files()).toBe(1);
});

test("a deleted item that cannot be removed keeps no server from starting", async () => {
	const first = await start();
	const account = await Account.signUp(first.url);
	const { id } = await account.upload();
	await account.fetch(`/api/songs/${id}`, { method: "DELETE" });
	await change(first, "UPDATE Item SET deletedAt = ? WHERE id = ?", moment(-25 * 60 * 60), Number(id));
	await alter(first, "CREATE TRIGGER held BEFORE DELETE ON Item BEGIN SELECT RAISE(ABORT, 'held'); END");
	await first.stop();
	const second = await start();
	await expect.poll(second.output, { timeout: 20_000 }).toContain("Removing deleted items failed:");
	expect((await fetch(`${second.url}/api/health/ready`)).status).toBe(200);
	expect(await second.stop()).toBe(0);
});

test("a server that is told to end, ends: with sockets open, and with a request that never comes to its end", async () => {
	const server = await start();
	const line = await connect(server.url);
	const { port } = new URL(server.url);
	const half = createConnection({ port: Number(port), host: "127.0.0.1" });
	half.on("error", () => {});
	const head = ["Host: x", "Content-Type: application/json", "Content-Length: 100", "Expect: 100-continue"].join("\r\n");
	half.write(`POST /api/session/join HTTP/1.1\r\n${head}\r\n\r\n{`);
	// The server has read the head, and waits for the rest.
	expect(String(await new Promise((resolve) => half.once("data", resolve)))).toMatch(/^HTTP\/1\.1 100 Continue/);
	const ended = new Promise((resolve) => line.socket.once("disconnect", resolve));
	expect(await server.stop()).toBe(0);
	await ended;
	half.destroy();
});

describe("a server that cannot start says why in one line and ends with code 1", () => {
	test("when another one runs on the same folder, until that one is gone", async () => {
		const first = await start();
		const { code, output } = await refusal({});
		expect(code).toBe(1);
		expect(output.trim()).toMatch(/^Another Passalong server is already running on the data folder .+$/);
		await first.kill();
		await start();
	});

	test("when the port is taken", async () => {
		const first = await start();
		const { code, output } = await refusal({ PORT: new URL(first.url).port, DATA_DIR: join(folder, "other") });
		expect(code).toBe(1);
		expect(lastLine(output)).toMatch(/port is taken.*PORT=\d+ npm start/i);
	});

	// Not by permissions: root, which containers run as, may write everywhere.
	test.each([["a file"], ["below a file"]])("when the data folder is %s", async (where) => {
		const file = join(folder, "file");
		await writeFile(file, "");
		const { code, output } = await refusal({ DATA_DIR: where === "a file" ? file : join(file, "data") });
		expect(code).toBe(1);
		expect(output.trim()).toMatch(/^The data folder .+ is not writable.+$/);
	});

	test("when a newer version made the database, and leaves it as it is", async () => {
		const first = await start();
		await first.stop();
		const migrations = () => database((db) => db.prepare("SELECT name FROM _migration ORDER BY name").all());
		database((db) => db.prepare("INSERT INTO _migration VALUES ('9999_tomorrow', '2030-01-01T00:00:00.000Z')").run());
		const before = migrations();
		const { code, output } = await refusal({});
		expect(code).toBe(1);
		expect(output.trim()).toMatch(/^The database was made by a newer version.+9999_tomorrow.+$/);
		expect(migrations()).toEqual(before);
	});

	test("when a sign-in provider is half set up", async () => {
		const { code, output } = await refusal({ GITHUB_ID: "x" });
		expect([code, output]).toEqual([1, expect.stringContaining("GITHUB_ID and GITHUB_SECRET: one is set, the other is not")]);
		expect((await refusal({ GOOGLE_ID: "x", GOOGLE_SECRET: "y", GOOGLE_ISSUER: "accounts.google.com" })).output).toContain("GOOGLE_ISSUER");
	});

	test("when a setting makes no sense", async () => {
		const { code, output } = await refusal({ TRUST_PROXY: "many" });
		expect(code).toBe(1);
		expect(output.trim()).toMatch(/^TRUST_PROXY: .+$/);
	});
});

const lastLine = (text: string) => text.trim().split("\n").at(-1);

function database<T>(ask: (db: Database.Database) => T): T {
	const db = new Database(join(folder, "passalong.db"));
	try {
		return ask(db);
	} finally {
		db.close();
	}
}
