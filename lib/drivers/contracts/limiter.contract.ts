import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import type { Clock, Hit, Limiter } from "@/lib/ports";

type Make = (clock: Clock) => Limiter | Promise<Limiter>;
const clock: Clock = { now: () => new Date() };
const start = 1_800_000_000_000;
const window = { max: 3, seconds: 60 };

/** The suites move the process's date by hand: @upstash/ratelimit asks nothing else for the time. */
function dateByHand(): { forward(ms: number): void } {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["Date"], now: start });
	});
	afterEach(() => {
		vi.useRealTimers();
	});
	return { forward: (ms) => vi.setSystemTime(Date.now() + ms) };
}

/** A hit's verdict alone. */
const verdict = ({ refund, ...rest }: Hit) => rest;

/** How many of so many hits at once were let through. */
async function allowed(limiter: Limiter, count: number, key = "a"): Promise<number> {
	const hits = await Promise.all(Array.from({ length: count }, () => limiter.hit(key, window)));
	return hits.filter((hit) => hit.allowed).length;
}

/** What every limiter keeps. `make` makes one that has counted nothing yet. */
export function limiterContract(name: string, make: Make): void {
	describe(`${name} as a limiter`, () => {
		const date = dateByHand();
		let limiter: Limiter;
		beforeEach(async () => {
			limiter = await make(clock);
		});

		test("lets exactly the limit through, however many come at once", async () => {
			expect(await allowed(limiter, 50)).toBe(3);
		});

		test("counts keys apart", async () => {
			await allowed(limiter, 3, "a");
			expect(await allowed(limiter, 3, "b")).toBe(3);
		});

		test("tells what remains and when to come back", async () => {
			date.forward(45_000);
			expect(verdict(await limiter.hit("a", window))).toEqual({ allowed: true, limit: 3, remaining: 2, retryAfter: 15 });
			await allowed(limiter, 2);
			expect(verdict(await limiter.hit("a", window))).toEqual({ allowed: false, limit: 3, remaining: 0, retryAfter: 15 });
		});

		test("slides: half a window later half of it is free again, a whole one later all of it", async () => {
			await allowed(limiter, 3);
			date.forward(60_000);
			expect(await allowed(limiter, 3)).toBe(0);
			date.forward(30_000);
			expect(await allowed(limiter, 3)).toBe(2);
			date.forward(120_000);
			expect(await allowed(limiter, 3)).toBe(3);
		});

		test("does not count what it refused", async () => {
			await allowed(limiter, 500);
			date.forward(120_000);
			expect(await allowed(limiter, 3)).toBe(3);
		});

		test("takes a hit back, once", async () => {
			const hit = await limiter.hit("a", window);
			await allowed(limiter, 2);
			await hit.refund();
			await hit.refund();
			expect(await allowed(limiter, 3)).toBe(1);
		});

		test("takes a hit back in the window in which it was counted", async () => {
			const hit = await limiter.hit("a", window);
			await allowed(limiter, 2);
			date.forward(60_000);
			expect(await allowed(limiter, 3)).toBe(0);
			await hit.refund();
			expect(await allowed(limiter, 3)).toBe(1);
		});

		test("takes nothing back for a hit that it refused", async () => {
			await allowed(limiter, 3);
			await (await limiter.hit("a", window)).refund();
			expect(await allowed(limiter, 3)).toBe(0);
		});

		test("says what the limiter in the process says, whatever comes when", async () => {
			const act = fc.oneof(
				{ weight: 6, arbitrary: fc.record({ hit: fc.constantFrom("a", "b") }) },
				{ weight: 2, arbitrary: fc.record({ forward: fc.integer({ min: 1, max: 50_000 }) }) },
				{ weight: 1, arbitrary: fc.record({ refund: fc.nat() }) },
			);
			await fc.assert(
				fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
					const both = [memoryLimiter(clock), await make(clock)];
					const hits: Hit[][] = [];
					for (const act of acts) {
						if ("forward" in act) date.forward(act.forward);
						else if ("refund" in act) for (const hit of hits[act.refund % hits.length] ?? []) await hit.refund();
						else {
							const seconds = { a: 60, b: 7 }[act.hit];
							const [own, other] = await Promise.all(both.map((limiter) => limiter.hit(act.hit, { max: 5, seconds })));
							if (!own || !other) throw new Error("both answer");
							expect(verdict(other)).toEqual(verdict(own));
							hits.push([own, other]);
						}
					}
				}),
				{ numRuns: 25 },
			);
		});
	});
}

/** What limiters keep that count together: `make` makes one on the same counts each time that it is called in a test. */
export function sharedLimiterContract(name: string, make: Make): void {
	describe(`${name} as the limiter of several instances`, () => {
		const date = dateByHand();

		test("adds up what comes to each of them", async () => {
			const [one, two] = [await make(clock), await make(clock)];
			const counts = await Promise.all([allowed(one, 20, "together"), allowed(two, 20, "together")]);
			expect(counts.reduce((sum, count) => sum + count)).toBe(3);
			const [first, second] = [await make(clock), await make(clock)];
			expect((await first.hit("in turn", window)).remaining).toBe(2);
			expect((await second.hit("in turn", window)).remaining).toBe(1);
			expect((await first.hit("in turn", window)).remaining).toBe(0);
			expect(verdict(await second.hit("in turn", window))).toMatchObject({ allowed: false, remaining: 0 });
		});

		test("a hit that one took back is free for all, and what one was refused it may have later", async () => {
			const [one, two] = [await make(clock), await make(clock)];
			const hit = await one.hit("refund", window);
			await allowed(one, 2, "refund");
			expect(await allowed(two, 3, "refund")).toBe(0);
			await hit.refund();
			expect(await allowed(two, 3, "refund")).toBe(1);
			date.forward(120_000);
			expect(await allowed(two, 5, "refund")).toBe(3);
		});
	});
}
