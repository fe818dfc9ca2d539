import { afterAll, beforeAll, expect } from "vitest";
import { postgres, redis, type Service } from "../../scripts/steps/services.mjs";
import { Account } from "../support/account";
import { Client, type Heard, manySockets } from "../support/client";
import type { Place } from "../support/database";
import { type Pair, startPair } from "../support/pair";
import { startProxy, type TcpProxy } from "../support/tcp-proxy";

/** Nothing that a request does takes longer, ms: it hears after 4.5 s that it is to come again (`lib/http/deadline.ts`), and has to get there and back. */
export const longest = 8_000;

/** A service and the cable to it. */
export type Reached = { service: Service; proxy: TcpProxy };
type Trouble = { what: string; begin(reached: Reached): unknown; end(reached: Reached): unknown };

export const troubles: Record<"stopped" | "killed" | "silent" | "slow", Trouble> = {
	stopped: { what: "is stopped and started", begin: ({ service }) => service.stop(), end: ({ service }) => service.start() },
	killed: { what: "is killed and started", begin: ({ service }) => service.stop("SIGKILL"), end: ({ service }) => service.start() },
	silent: { what: "says nothing any more", begin: ({ proxy }) => proxy.blackhole(), end: ({ proxy }) => proxy.restore() },
	slow: { what: "is 300 ms away", begin: ({ proxy }) => proxy.delay(150), end: ({ proxy }) => proxy.restore() },
};

/** A pair of servers that reach services of their own through cables that a test can pull. */
export type Shaken = {
	database: Reached;
	memory: Reached;
	pair: Pair;
	owner: Account;
	/** Where the rows are, by a way that nothing happens to. */
	place: Place;
	/** One server for even turns, the other for odd ones. */
	turn(at: number): string;
	/** The same two processes are well, without anybody's help. */
	recovered(): Promise<void>;
};

/** Makes it for the tests of this `describe`; the answer finds it once they run. */
export function shaken(): () => Shaken {
	let made: Shaken | undefined;
	beforeAll(async () => {
		manySockets();
		const [database, memory] = await Promise.all([reach(postgres), reach(redis)]);
		const env = { DATABASE_URL: database.proxy.url, REDIS_URL: memory.proxy.url };
		const pair = await startPair({}, { env, drop: async () => {} });
		const ready = () => Promise.all(pair.urls.map(async (url) => (await new Client(url).get("/api/health/ready")).status));
		made = {
			database,
			memory,
			pair,
			owner: await Account.signUp(pair.one.url),
			place: { ...pair.place, postgresUrl: database.service.url },
			turn: (at) => pair.urls[at % 2 === 0 ? 0 : 1],
			recovered: () => expect.poll(ready, { timeout: 60_000, interval: 100 }).toEqual([200, 200]),
		};
	});
	afterAll(async () => {
		await made?.pair.stop();
		for (const { proxy, service } of made ? [made.database, made.memory] : []) {
			await proxy.stop();
			await service.end();
		}
	});
	return () => {
		if (!made) throw new Error("the servers are not there yet");
		return made;
	};
}

async function reach(start: () => Promise<Service | null>): Promise<Reached> {
	const service = await start();
	if (!service) throw new Error("the service cannot be had");
	return { service, proxy: await startProxy(service.url) };
}

/** What a request is answered, which must not take too long. */
export async function timed<Body>(ask: Promise<Heard<Body>>): Promise<Heard<Body>> {
	const begun = performance.now();
	const answer = await ask;
	expect(performance.now() - begun, "ms until the answer").toBeLessThan(longest);
	return answer;
}

/** How often each status comes. */
export function tally(answers: Heard[]): Record<number, number> {
	const statuses: Record<number, number> = {};
	for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
	return statuses;
}

/** Asks until it is refused, from the moment on that a revoke was acknowledged: what is asked a second later must not be let through. */
export async function refusedWithinASecond(ask: () => Promise<Heard>): Promise<void> {
	const acknowledged = performance.now();
	for (;;) {
		const since = performance.now() - acknowledged;
		const { status } = await timed(ask());
		if (status === 404) return;
		// A service that is slow may make it a 503 for a while; that lets nobody through.
		expect(since, `ms after the revoke was acknowledged, answered ${status}`).toBeLessThan(status === 503 ? 15_000 : 1_000);
	}
}
