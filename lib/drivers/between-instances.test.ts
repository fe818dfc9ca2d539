import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test, vi } from "vitest";
import { testRedis } from "@/e2e/support/throw-away";
import { startUpstashShim } from "@/e2e/support/upstash-shim";
import { nextUnsure } from "@/lib/drivers/contracts/bus.contract";
import { redis as ownRedis } from "../../scripts/steps/services.mjs";
import { type BetweenInstances, openBetweenInstances } from "./between-instances";

const clock = { now: () => new Date() };
const window = { max: 3, seconds: 3_600 };
const nothing = { redis: null, upstash: null, hasOthers: false };
const redisUrl = testRedis();
const opened: BetweenInstances[] = [];

async function open(
	settings: Partial<Parameters<typeof openBetweenInstances>[0]>,
	secret: string = randomUUID(),
): Promise<BetweenInstances> {
	const between = await openBetweenInstances({ ...nothing, ...settings }, clock, secret);
	opened.push(between);
	return between;
}

afterEach(async () => {
	await Promise.all(opened.splice(0).map((between) => between.close()));
	vi.restoreAllMocks();
});

describe("what instances share", () => {
	test("is nothing where there is one process: it limits, and hears itself", async () => {
		const { limiter, bus, check } = await open({});
		expect((await limiter.hit("a", window)).remaining).toBe(2);
		const heard: string[] = [];
		bus.subscribe("a", (message) => heard.push(message));
		await bus.publish("a", "hello");
		expect(heard).toEqual(["hello"]);
		expect(await check()).toEqual({});
	});

	test("is a database without a Redis: each limits by itself and looks again and again", async () => {
		const { bus } = await open({ hasOthers: true });
		await nextUnsure(bus);
	});

	test("a Redis that is not there stops nobody, and is named without its password, address or port, once", async () => {
		const lines = vi.spyOn(console, "error").mockImplementation(() => {});
		const { limiter, bus, check } = await open({ redis: { url: "redis://jane:the-password@127.0.0.1:1" } });
		const hits = await Promise.all(Array.from({ length: 5 }, () => limiter.hit("a", window)));
		expect(hits.filter((hit) => hit.allowed).length).toBe(3);
		await nextUnsure(bus);
		expect(await check()).toEqual({ redis: false });
		const said = lines.mock.calls.map((words) => words.join(" "));
		expect(said).toContain("Redis: the connection failed: ECONNREFUSED");
		expect(said.filter((line) => /password|jane|127\.|:1\b/.test(line))).toEqual([]);
		expect(new Set(said).size).toBe(said.length);
	});

	test("an Upstash that is not there, or does not know the token, stops nobody either", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { limiter, check } = await open({ upstash: { url: "http://127.0.0.1:1", token: "a-token" } });
		const hits = await Promise.all(Array.from({ length: 5 }, () => limiter.hit("a", window)));
		expect(hits.filter((hit) => hit.allowed).length).toBe(3);
		expect(await check()).toEqual({ upstash: false });
	});

	test.skipIf(!redisUrl)("a Redis carries both, Upstash the limits before it; installations do not meet there", async () => {
		const redis = { url: redisUrl ?? "" };
		const shim = await startUpstashShim(redis.url);
		const secret = randomUUID();
		const [one, two] = [await open({ redis, hasOthers: true }, secret), await open({ redis, upstash: shim }, secret)];
		const stranger = await open({ redis, upstash: shim });
		expect((await one.limiter.hit("a", window)).remaining).toBe(2);
		// By way of the shim, and in the same Redis: the counts are the same ones.
		expect((await two.limiter.hit("a", window)).remaining).toBe(1);
		expect((await stranger.limiter.hit("a", window)).remaining).toBe(2);
		expect([await one.check(), await two.check()]).toEqual([{ redis: true }, { redis: true, upstash: true }]);

		const heard = new Promise<string>((resolve) => {
			two.bus.subscribe("share:1", (message) => message !== "unsure" && resolve(message));
		});
		await vi.waitFor(async () => {
			await one.bus.publish("share:1", "ended");
			expect(await Promise.race([heard, Promise.resolve(null)])).toBe("ended");
		}, 30_000);
		await shim.stop();
	});

	test.skipIf(!redisUrl)("nothing of it is left open", async () => {
		const server = await ownRedis();
		const url = server?.url ?? "";
		const watching = new Redis(url);
		const connections = async () => Number(/connected_clients:(\d+)/.exec(await watching.info("clients"))?.[1]);
		const between = await openBetweenInstances({ ...nothing, redis: { url } }, clock, randomUUID());
		await vi.waitFor(async () => expect(await connections()).toBe(1 + 2), 20_000);
		await between.close();
		await vi.waitFor(async () => expect(await connections()).toBe(1), 20_000);
		watching.disconnect();
		await server?.end();
	});
});
