import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startProxy, type TcpProxy } from "@/e2e/support/tcp-proxy";
import { testRedis } from "@/e2e/support/throw-away";
import { startUpstashShim, type UpstashShim } from "@/e2e/support/upstash-shim";
import { limiterContract, sharedLimiterContract } from "@/lib/drivers/contracts/limiter.contract";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import { upstashLimiter } from "@/lib/drivers/upstash/limiter";
import type { Clock, Limiter } from "@/lib/ports";
import { redis as ownRedis, type Service } from "../../../scripts/steps/services.mjs";
import { connectRedis } from "./connection";
import { redisLimiter } from "./limiter";

const window = { max: 5, seconds: 3_600 };
const clock: Clock = { now: () => new Date() };

describe.skipIf(!testRedis())("limits over a Redis", () => {
	let server: Service;
	let proxy: TcpProxy;
	let shim: UpstashShim;
	let direct: Redis;
	let proxied: Redis;
	let upstashProxy: TcpProxy;
	let secret: string;
	const said: string[] = [];
	const report = (what: string) => said.push(what);

	beforeAll(async () => {
		const started = await ownRedis();
		if (!started) throw new Error("no redis-server, although the tests were given one");
		server = started;
		proxy = await startProxy(server.url);
		shim = await startUpstashShim(server.url);
		upstashProxy = await startProxy(shim.url);
		direct = await connectRedis(server.url, report);
		proxied = await connectRedis(proxy.url, report);
	});
	beforeEach(() => {
		secret = randomUUID();
		said.length = 0;
		// The date stands, at the beginning of an hour: no window turns over in the middle of a test.
		vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
	});
	afterEach(async () => {
		vi.useRealTimers();
		server.signal("SIGCONT");
		await server.start();
		await Promise.all([proxy.restore(), upstashProxy.restore()]);
	});
	afterAll(async () => {
		for (const redis of [direct, proxied]) redis.disconnect();
		await Promise.all([proxy.stop(), upstashProxy.stop(), shim.stop()]);
		await server.end();
	});

	const overRedis = (clock: Clock) => redisLimiter(direct, memoryLimiter(clock), clock, secret, report);
	const overUpstash = (clock: Clock) => upstashLimiter(shim, memoryLimiter(clock), clock, secret, report);
	/** A limiter whose installation has counted nothing yet. */
	const fresh = (make: (clock: Clock) => Limiter) => (clock: Clock) => {
		secret = randomUUID();
		return make(clock);
	};
	limiterContract("Redis", fresh(overRedis));
	limiterContract("Upstash's REST", fresh(overUpstash));
	sharedLimiterContract("Redis", overRedis);
	sharedLimiterContract("Upstash's REST", overUpstash);

	test("needs one round trip for a hit, none for one that the process refuses", async () => {
		const limiter = overRedis(clock);
		await limiter.hit("warm", window);
		const commands = async () => Number(/total_commands_processed:(\d+)/.exec(await direct.info("stats"))?.[1]);
		const before = await commands();
		for (let n = 0; n < 20; n++) await limiter.hit("a", window);
		// The 5 calls with the 4 or 5 commands of each script, and INFO itself.
		expect((await commands()) - before).toBeLessThanOrEqual(5 * 5 + 1);
	});

	test("keeps no key in words, and none for longer than it is needed", async () => {
		await overRedis(clock).hit("sign-in:account:jane@example.org", window);
		const keys = await direct.keys("*");
		expect(keys.filter((key) => /jane|sign-in/.test(key))).toEqual([]);
		for (const key of keys) expect(await direct.pttl(key)).toBeLessThanOrEqual(2 * window.seconds * 1000 + 1000);
		expect(keys.length).toBeGreaterThan(0);
	});

	test("goes on when the server forgot its scripts", async () => {
		const limiter = overRedis(clock);
		await limiter.hit("a", window);
		await direct.script("FLUSH");
		expect((await limiter.hit("a", window)).remaining).toBe(3);
		expect(said).toEqual([]);
	});

	/** Waits until the limiter hears of what another instance counts. */
	async function untilTogether(limiter: Limiter): Promise<void> {
		const other = overRedis(clock);
		await vi.waitFor(
			async () => {
				const key = randomUUID();
				await other.hit(key, window);
				expect((await limiter.hit(key, window)).remaining).toBe(3);
			},
			{ timeout: 30_000, interval: 20 },
		);
	}

	/** Throws after 300 ms; those in which this process stood still are nobody's fault. */
	async function undecided(): Promise<never> {
		for (let slice = 0; slice < 10; slice++) await wait(30);
		throw new Error("not decided within 300 ms");
	}

	test("a process with too much to do blames itself: what came meanwhile is not too late", async () => {
		const limiter = overRedis(clock);
		await limiter.hit("a", window);
		const hit = limiter.hit("a", window);
		const busyUntil = performance.now() + 400;
		setImmediate(() => {
			while (performance.now() < busyUntil);
		});
		await hit;
		expect(said).toEqual([]);
	});

	const troubles: { name: string; begin(way: TcpProxy): void | Promise<void> }[] = [
		{ name: "is stopped", begin: () => server.stop("SIGKILL") },
		{ name: "stands still", begin: () => server.signal("SIGSTOP") },
		{ name: "is cut off", begin: (way) => way.cut() },
		{ name: "is in a black hole", begin: (way) => way.blackhole() },
		{ name: "is slow", begin: (way) => way.delay(400) },
	];
	const kinds = [
		{ kind: "Redis", way: () => proxy, make: () => redisLimiter(proxied, memoryLimiter(clock), clock, secret, report) },
		{
			kind: "Upstash",
			way: () => upstashProxy,
			make: () => upstashLimiter({ url: upstashProxy.url, token: shim.token }, memoryLimiter(clock), clock, secret, report),
		},
	];

	describe.each(kinds)("$kind", ({ way, make }) => {
		test.each(troubles)("$name: the process decides within 300 ms and lets no more through than the limit", async ({ begin }) => {
			const limiter = make();
			await untilTogether(limiter);
			said.length = 0;
			const counted = [await limiter.hit("a", window), await limiter.hit("a", window)];
			expect(counted.map((hit) => hit.remaining)).toEqual([4, 3]);

			await begin(way());
			const decided = (key: string) => Promise.race([limiter.hit(key, window), undecided()]);
			let allowed = 0;
			const until = performance.now() + 1_300;
			for (let n = 0; n < 20 || performance.now() < until; n++) {
				// A key that nobody had yet, so that Redis is tried again and again.
				const [hit, another] = [await decided(n % 2 === 0 ? "a" : "b"), await decided(`new ${n}`)];
				if (hit.allowed) allowed++;
				expect(another).toMatchObject({ allowed: true, remaining: 4 });
				await wait(10);
			}
			expect(allowed).toBe(3 + 5);
			expect(said).toContain("each process limits by itself");
		});

		test.each(troubles)("$name, and then no longer: the counts are common again, and the process remembers its own", async ({ begin }) => {
			const limiter = make();
			await untilTogether(limiter);
			await begin(way());
			for (let n = 0; n < 3; n++) await limiter.hit("a", window);
			await (await limiter.hit("a", window)).refund();
			server.signal("SIGCONT");
			await server.start();
			await way().restore();

			await untilTogether(limiter);
			const later = await Promise.all(Array.from({ length: 10 }, () => limiter.hit("a", window)));
			expect(later.filter((hit) => hit.allowed).length).toBe(2);
		});
	});
});
