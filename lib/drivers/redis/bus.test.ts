import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownTime, until } from "@/e2e/support/own-time";
import { startProxy, type TcpProxy } from "@/e2e/support/tcp-proxy";
import { testRedis } from "@/e2e/support/throw-away";
import { busContract } from "@/lib/drivers/contracts/bus.contract";
import { redis as ownRedis, type Service } from "../../../scripts/steps/services.mjs";
import { type RedisBus, redisBus } from "./bus";
import { connectRedis } from "./connection";

describe.skipIf(!testRedis())("Redis between instances", () => {
	let server: Service;
	let proxy: TcpProxy;
	let channel: string;
	const opened: { redis: Redis; bus: RedisBus }[] = [];

	/** An instance, as soon as it hears what the others say. */
	async function instance(at = server.url): Promise<RedisBus> {
		const redis = await connectRedis(at, () => {});
		const bus = redisBus(redis, channel, () => {});
		opened.push({ redis, bus });
		await until(bus.isSure, 10_000);
		return bus;
	}

	beforeAll(async () => {
		const started = await ownRedis();
		if (!started) throw new Error("no redis-server, although the tests were given one");
		server = started;
		proxy = await startProxy(server.url);
	});
	beforeEach(() => {
		channel = `test:${randomUUID()}`;
	});
	afterEach(async () => {
		server.signal("SIGCONT");
		await proxy.restore();
		await Promise.all(opened.map(({ bus }) => bus.close()));
		for (const { redis } of opened.splice(0)) redis.disconnect();
	});
	afterAll(async () => {
		await proxy.stop();
		await server.end();
	});

	busContract("Redis", () => instance());

	test("a message arrives at every instance, once, and at none of another installation", async () => {
		const [one, two, three] = await Promise.all([instance(), instance(), instance()]);
		channel = "test:another";
		const stranger = await instance();
		const heard: string[] = [];
		for (const [name, bus] of Object.entries({ one, two, three, stranger })) {
			bus.subscribe("share:1", (message) => message !== "unsure" && heard.push(`${name} ${message}`));
			bus.subscribeAll((topic, message) => topic !== "*" && heard.push(`${name} * ${topic} ${message}`));
		}
		await one.publish("share:1", "ended");
		await two.publish("last", "word");
		await until(() => ["one", "two", "three"].every((name) => heard.includes(`${name} * last word`)), 10_000);
		expect(heard.filter((line) => line.includes("ended")).sort()).toEqual(
			["one", "three", "two"].flatMap((name) => [`${name} * share:1 ended`, `${name} ended`]),
		);
		expect(heard.some((line) => line.startsWith("stranger"))).toBe(false);
	});

	const troubles: { name: string; begin(): void | Promise<void>; end(): void | Promise<void> }[] = [
		{ name: "Redis is stopped", begin: () => server.stop("SIGKILL"), end: () => server.start() },
		{ name: "Redis stands still", begin: () => server.signal("SIGSTOP"), end: () => server.signal("SIGCONT") },
		{ name: "the connection breaks", begin: () => proxy.cut(), end: () => proxy.restore() },
		{ name: "nothing comes through", begin: () => proxy.blackhole(), end: () => proxy.restore() },
		{ name: "everything comes late", begin: () => proxy.delay(600), end: () => proxy.restore() },
	];

	test.each(troubles)(
		"$name: an instance is unsure within a second and says so twice a second, until it hears again",
		async ({ begin, end }) => {
			const [cutOff, other] = [await instance(proxy.url), await instance()];
			let words = 0;
			let wildcards = 0;
			cutOff.subscribe("any", (message) => message === "unsure" && words++);
			cutOff.subscribeAll((topic) => topic === "*" && wildcards++);

			await begin();
			await until(() => words > 0 && !cutOff.isSure(), 1_000);
			await until(() => words > 2, 2_000);
			expect(wildcards).toBe(words);

			await end();
			await until(() => cutOff.isSure() && other.isSure(), 20_000);
			const heard: string[] = [];
			cutOff.subscribe("share:1", (message) => heard.push(message));
			await other.publish("share:1", "ended");
			await until(() => heard.includes("ended"), 10_000);
		},
	);

	test.each(troubles)(
		"$name: saying something takes half a second at most, is heard here, and later makes the others look",
		async ({ begin, end }) => {
			const [cutOff, other] = [await instance(proxy.url), await instance()];
			const heard: string[] = [];
			cutOff.subscribe("share:1", (message) => message !== "unsure" && heard.push(message));
			await begin();
			expect(await ownTime(() => cutOff.publish("share:1", "ended"))).toBeLessThan(700);
			expect(heard).toEqual(["ended"]);

			let words = 0;
			other.subscribe("share:1", () => words++);
			await end();
			await until(() => cutOff.isSure() && other.isSure() && words > 0, 20_000);
		},
	);

	test("a break too short to be noticed by its silence makes an instance look once", async () => {
		const bus = await instance(proxy.url);
		let words = 0;
		bus.subscribe("any", () => words++);
		await proxy.cut();
		await proxy.restore();
		await until(() => words > 0, 10_000);
		await until(bus.isSure, 20_000);
	});

	test("connections that died without a word are found dead and made anew", async () => {
		const [bus, other] = [await instance(proxy.url), await instance()];
		proxy.forget();
		await until(() => !bus.isSure(), 1_000);
		await until(() => bus.isSure() && other.isSure(), 30_000);
	});

	test("what could not be said in a break too short for the others to notice makes them look", async () => {
		const [speaker, other] = [await instance(), await instance()];
		const [speaking, direct] = opened.map(({ redis }) => redis);
		let words = 0;
		other.subscribe("share:1", () => words++);
		// It goes on hearing; only what it says has to find a new way.
		await direct?.client("KILL", "ID", (await speaking?.client("ID")) ?? 0);
		await speaker.publish("share:1", "ended");
		await until(() => words > 0, 20_000);
	});

	test("where one instance cannot speak any more, the others are unsure too, until it can", async () => {
		const [, other] = [await instance(proxy.url), await instance()];
		proxy.blackhole();
		await until(() => !other.isSure(), 1_000);
		await proxy.restore();
		await until(other.isSure, 20_000);
	});
});
