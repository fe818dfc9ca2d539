import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { until } from "@/e2e/support/own-time";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { holdServingLock, servingLock } from "./serving-lock";

describe.skipIf(!testPostgres())("the lock of those who serve", () => {
	let client: pg.Client;
	afterEach(() => client.end());
	const begin = async () => {
		const url = await freshDatabase();
		client = new pg.Client({ connectionString: url });
		await client.connect();
		return url;
	};
	const holders = async (): Promise<number[]> => {
		const sql = `SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
			WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.mode = 'ShareLock'`;
		return (await client.query<{ pid: number }>(sql)).rows.map(({ pid }) => pid);
	};

	test("is held by several, and again after the connection was lost", async () => {
		const url = await begin();
		await holdServingLock(url, () => {});
		await holdServingLock(url, () => {});
		const before = await holders();
		expect(before).toHaveLength(2);
		await client.query("SELECT pg_terminate_backend($1)", [before[0]]);
		await vi.waitUntil(async () => (await holders()).filter((pid) => pid !== before[0]).length === 2, { timeout: 30_000, interval: 100 });
		expect((await client.query("SELECT pg_try_advisory_lock($1) AS taken", [servingLock])).rows).toEqual([{ taken: false }]);
	});

	test("is asked for again as soon as the connection is lost", async () => {
		const url = await begin();
		await holdServingLock(url, () => {});
		const [lost] = await holders();
		await client.query("SELECT pg_terminate_backend($1)", [lost]);
		// Sooner than after a pause, which is 2 s.
		await until(async () => (await holders()).some((pid) => pid !== lost), 1_900);
	});

	test("that a move took while the connection was lost stops the server", async () => {
		const url = await begin();
		const told: string[] = [];
		await holdServingLock(url, ({ message }) => told.push(message));
		const [held] = await holders();
		// Who waits gets it the moment that it is let go of: before anybody can ask again.
		const mover = new pg.Client({ connectionString: url });
		await mover.connect();
		const moving = mover.query("SELECT pg_advisory_lock($1)", [servingLock]);
		const waits = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
			AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
		await vi.waitUntil(async () => (await client.query(waits)).rows.length > 0, { timeout: 30_000, interval: 20 });
		await client.query("SELECT pg_terminate_backend($1)", [held]);
		await moving;
		await vi.waitUntil(() => told.length > 0, { timeout: 30_000, interval: 20 });
		expect(told).toEqual([expect.stringMatching(/is being moved/)]);
		expect(await holders()).toEqual([]);
		await mover.end();
	});

	test("leaves no connection behind when the answer is an error", async () => {
		await begin();
		const sockets: Socket[] = [];
		let closed = 0;
		// Lets everybody in, and answers each question that it is out of memory.
		const fields = [..."SERROR", "\0", ..."C53200", "\0", ..."Mfull", "\0\0"].join("");
		const message = (type: string, body: Buffer) => {
			const head = Buffer.alloc(5);
			head.write(type);
			head.writeInt32BE(body.length + 4, 1);
			return Buffer.concat([head, body]);
		};
		const ready = message("Z", Buffer.from("I"));
		const server = createServer((socket) => {
			sockets.push(socket);
			socket.on("error", () => {});
			socket.on("close", () => closed++);
			socket.once("data", () => {
				socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
				socket.once("data", () => socket.write(Buffer.concat([message("E", Buffer.from(fields)), ready])));
			});
		}).listen(0, "127.0.0.1");
		await once(server, "listening");
		const address = server.address();
		const port = typeof address === "object" ? address?.port : 0;
		await expect(holdServingLock(`postgres://nobody@127.0.0.1:${port}/x`, () => {})).rejects.toThrow();
		await vi.waitUntil(() => closed === sockets.length, { timeout: 30_000, interval: 20 });
		expect(sockets).toHaveLength(1);
		server.close();
	});

	test("is refused while somebody moves the installation", async () => {
		const url = await begin();
		await client.query("SELECT pg_advisory_lock($1)", [servingLock]);
		await expect(holdServingLock(url, () => {})).rejects.toThrow(/is being moved/);
	});
});
