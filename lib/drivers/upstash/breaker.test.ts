import { afterEach, describe, expect, test, vi } from "vitest";
import { breaker } from "./breaker";

describe("asking a service that may be slow or away", () => {
	const failure = new Error("away");
	const fail = () => Promise.reject(failure);
	afterEach(() => void vi.useRealTimers());

	test("answers what it answers, or nothing when it fails or takes too long", async () => {
		const failures: unknown[] = [];
		expect(await breaker((error) => failures.push(error)).ask(async () => 7)).toBe(7);
		expect(await breaker((error) => failures.push(error)).ask(fail)).toBeNull();
		expect(await breaker((error) => failures.push(error)).ask(() => new Promise(() => {}))).toBeNull();
		expect(failures).toEqual([failure, expect.objectContaining({ name: "TookTooLong" })]);
	});

	test("leaves alone for a second what failed, and then lets one try while the others go on", async () => {
		vi.useFakeTimers();
		const service = breaker(() => {});
		await service.ask(fail);
		const work = vi.fn(async () => "there");
		await vi.advanceTimersByTimeAsync(999);
		expect(await service.ask(work)).toBeNull();
		expect(work).not.toHaveBeenCalled();

		await vi.advanceTimersByTimeAsync(1);
		let answer = (_: string) => {};
		// Whoever comes first after the second is the one that tries.
		const trial = service.ask(() => new Promise<string>((resolve) => (answer = resolve)));
		expect(await service.ask(work)).toBeNull();
		expect(work).not.toHaveBeenCalled();

		answer("there again");
		expect(await trial).toBe("there again");
		expect(await Promise.all([service.ask(work), service.ask(work)])).toEqual(["there", "there"]);
	});

	test("asks of any number at once while nothing fails", async () => {
		const service = breaker(() => {});
		let asked = 0;
		const all = Array.from({ length: 50 }, () => service.ask(async () => ++asked));
		expect(asked).toBe(50);
		await Promise.all(all);
	});
});
