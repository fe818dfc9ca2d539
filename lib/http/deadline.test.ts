import { describe, expect, test, vi } from "vitest";
import { deadline } from "./deadline";

const never = new Promise<never>(() => {});

describe("deadline", () => {
	test("what is in time is answered, or fails, as it would without", async () => {
		const inTime = deadline(1000);
		expect(await inTime(Promise.resolve(1))).toBe(1);
		await expect(inTime(Promise.reject(new Error("its own")))).rejects.toThrow("its own");
	});

	test("what is not is refused, and told to come again", async () => {
		await expect(deadline(20)(never)).rejects.toMatchObject({ code: "unavailable", headers: { "Retry-After": "1" } });
	});

	test("a request hears within five seconds, the way there and back included, that it is to come again", async () => {
		vi.useFakeTimers();
		try {
			const refused = vi.fn();
			deadline()(never).catch(refused);
			await vi.advanceTimersByTimeAsync(4_499);
			expect(refused).not.toHaveBeenCalled();
			await vi.advanceTimersByTimeAsync(1);
			expect(refused).toHaveBeenCalledWith(expect.objectContaining({ code: "unavailable" }));
		} finally {
			vi.useRealTimers();
		}
	});

	test("the pieces share the time, and what lies between them is not counted", async () => {
		vi.useFakeTimers();
		try {
			const inTime = deadline(100);
			const piece = inTime(new Promise((done) => setTimeout(done, 60)));
			await vi.advanceTimersByTimeAsync(60);
			await piece;
			await vi.advanceTimersByTimeAsync(10_000);
			const second = vi.fn();
			inTime(never).catch(second);
			await vi.advanceTimersByTimeAsync(35);
			expect(second).not.toHaveBeenCalled();
			await vi.advanceTimersByTimeAsync(10);
			expect(second).toHaveBeenCalledWith(expect.objectContaining({ code: "unavailable" }));
		} finally {
			vi.useRealTimers();
		}
	});
});
