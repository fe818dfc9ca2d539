import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startProxy, type TcpProxy } from "@/e2e/support/tcp-proxy";
import { testRedis } from "@/e2e/support/throw-away";
import { roomsContract } from "@/lib/drivers/contracts/rooms.contract";
import { firstVersion } from "@/lib/drivers/store/rooms-together";
import { connectRedis } from "./connection";
import { redisRooms } from "./rooms";

const now = new Date();
const first = firstVersion(now);
const inAnHour = new Date(now.getTime() + 3_600_000);

describe.skipIf(!testRedis())("rooms in a Redis", () => {
	let redis: Redis;
	let proxied: Redis;
	let proxy: TcpProxy;
	const secret = randomUUID();
	const silent = () => {};

	beforeAll(async () => {
		const url = testRedis() ?? "";
		proxy = await startProxy(url);
		redis = await connectRedis(url, silent);
		proxied = await connectRedis(proxy.url, silent);
	});
	afterAll(async () => {
		redis.disconnect();
		proxied.disconnect();
		await proxy.stop();
	});

	roomsContract("Redis", () => redisRooms(redis, secret, silent), { keepsTime: false });

	test("keeps a room as long as it lives, and no longer", async () => {
		const rooms = redisRooms(redis, randomUUID(), silent);
		await rooms.create("123456", {}, now, inAnHour);
		await rooms.create("654321", {}, now, new Date(now.getTime() + 20));
		await vi.waitFor(async () => expect(await rooms.read("654321", now)).toBeNull(), { timeout: 20_000 });
		expect(await rooms.create("654321", { next: true }, now, inAnHour)).toBe(true);
		expect(await rooms.read("123456", now)).toEqual({ version: first, room: {} });
		await rooms.swap("123456", first, {}, now, new Date(now.getTime() + 20));
		await vi.waitFor(async () => expect(await rooms.read("123456", now)).toBeNull(), { timeout: 20_000 });
	});

	test("keeps no code in words, and none of another installation", async () => {
		const [ours, theirs] = [redisRooms(redis, secret, silent), redisRooms(redis, randomUUID(), silent)];
		await ours.create("445566", { ours: true }, now, inAnHour);
		expect(await theirs.read("445566", now)).toBeNull();
		expect((await redis.keys("*")).filter((key) => key.includes("445566"))).toEqual([]);
	});

	test("says that it is away, and has lost nothing when it is back", async () => {
		const rooms = redisRooms(proxied, secret, silent);
		await rooms.create("778899", { n: 1 }, now, inAnHour);
		await proxy.cut();
		await expect(rooms.read("778899", now)).rejects.toMatchObject({ code: "unavailable" });
		await expect(rooms.swap("778899", first, {}, now, inAnHour)).rejects.toMatchObject({ code: "unavailable" });
		await proxy.restore();
		await vi.waitFor(async () => expect(await rooms.read("778899", now)).toEqual({ version: first, room: { n: 1 } }), { timeout: 30_000 });
	});
});
