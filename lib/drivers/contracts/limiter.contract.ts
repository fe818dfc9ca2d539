import { beforeEach, describe, expect, test } from "vitest";
import type { Clock, Limiter } from "@/lib/ports";

/** What every limiter keeps. `make` gets a clock that the suite moves by hand. */
export function limiterContract(name: string, make: (clock: Clock) => Limiter): void {
	describe(`${name} as a limiter`, () => {
		const window = { max: 3, seconds: 60 };
		let now = 0;
		let limiter: Limiter;
		const hits = async (count: number, key = "a") => {
			const verdicts = await Promise.all(Array.from({ length: count }, () => limiter.hit(key, window)));
			return verdicts.filter((verdict) => verdict.allowed).length;
		};
		beforeEach(() => {
			now = 1_800_000_000_000;
			limiter = make({ now: () => new Date(now) });
		});

		test("lets exactly the limit through, however many come at once", async () => {
			expect(await hits(50)).toBe(3);
		});

		test("counts keys apart", async () => {
			await hits(3, "a");
			expect(await hits(3, "b")).toBe(3);
		});

		test("tells what remains and when to come back", async () => {
			now += 45_000;
			expect(await limiter.hit("a", window)).toEqual({ allowed: true, limit: 3, remaining: 2, retryAfter: 15 });
			await hits(2);
			expect(await limiter.hit("a", window)).toEqual({ allowed: false, limit: 3, remaining: 0, retryAfter: 15 });
		});

		test("slides: half a window later half of it is free again, a whole one later all of it", async () => {
			await hits(3);
			now += 60_000;
			expect(await hits(3)).toBe(0);
			now += 30_000;
			expect(await hits(3)).toBe(2);
			now += 120_000;
			expect(await hits(3)).toBe(3);
		});

		test("does not count what it refused", async () => {
			await hits(500);
			now += 120_000;
			expect(await hits(3)).toBe(3);
		});

		test("takes a hit back", async () => {
			await hits(3);
			await limiter.refund("a");
			expect(await hits(3)).toBe(1);
		});

		test("never refunds below nothing", async () => {
			await limiter.refund("a");
			expect(await hits(5)).toBe(3);
		});
	});
}
