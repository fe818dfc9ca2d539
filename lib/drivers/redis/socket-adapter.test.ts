import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";
import { describe, expect, test, vi } from "vitest";
import { testRedis } from "@/e2e/support/throw-away";
import { nameOf } from "@/lib/drivers/names";
import { redisSocketAdapter } from "./socket-adapter";

const patiently = { timeout: 20_000, interval: 5 };

/** An instance whose reader asks every few milliseconds what is new: it is between two questions most of the time. */
async function instance(secret: string) {
	const adapter = redisSocketAdapter(testRedis() ?? "", secret, { blockTimeInMs: 1 });
	const http = createServer();
	const sockets = new Server(http, { adapter: adapter.create });
	await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
	const { port } = http.address() as AddressInfo;
	return {
		sockets,
		url: `http://127.0.0.1:${port}`,
		async close() {
			await sockets.close();
			adapter.close();
		},
	};
}

describe.skipIf(!testRedis())("events between instances", () => {
	test("the very first is heard, in whatever moment it comes", async () => {
		const redis = new Redis(testRedis() ?? "");
		try {
			for (let round = 0; round < 20; round++) {
				const secret = randomUUID();
				const readers = async () => {
					const clients = String(await redis.client("LIST")).split("\n");
					return clients.filter((each) => each.includes(nameOf(secret, "sockets")) && / cmd=xread\b/.test(each)).length;
				};
				const [here, there] = [await instance(secret), await instance(secret)];
				const client = connect(there.url, { transports: ["websocket"], forceNew: true });
				const heard: unknown[] = [];
				client.on("word", (word) => heard.push(word));
				await vi.waitFor(async () => expect([client.connected, await readers()]).toEqual([true, 2]), patiently);
				here.sockets.emit("word", round);
				await vi.waitFor(() => expect(heard).toEqual([round]), patiently);
				client.disconnect();
				await Promise.all([here.close(), there.close()]);
			}
		} finally {
			redis.disconnect();
		}
	});
});
