import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Client } from "../support/client";
import { startServer } from "../support/server";
import { roomInThis } from "../support/time-window";

test.each([
	["redis", { REDIS_URL: "redis://jane:the-password@127.0.0.1:1" }],
	["upstash", { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1", UPSTASH_REDIS_REST_TOKEN: "the-password" }],
])("a server whose %s is away starts, limits, says so without its password, and stops when it is told to", async (driver, env) => {
	const folder = await mkdtemp(join(tmpdir(), "passalong-start-"));
	const server = await startServer({ env: { DATA_DIR: folder, RATE_LIMIT_SCALE: "1", ...env } });
	try {
		const ready = await fetch(`${server.url}/api/health/ready`);
		expect([ready.status, await ready.json()]).toEqual([200, { status: "ok", drivers: { sqlite: true, disk: true, [driver]: false } }]);
		const guess = () => new Client(server.url).post("/api/auth/token", { email: "nobody@example.test", password: "wrong password" });
		await roomInThis("minute", 20);
		const statuses = [];
		for (let n = 0; n < 12; n++) statuses.push((await guess()).status);
		expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
		expect(await server.stop()).toBe(0);
		expect(server.output()).toContain("each process limits by itself");
		expect(server.output()).not.toContain("the-password");
	} finally {
		await server.kill();
		await rm(folder, { recursive: true, force: true });
	}
});
