import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";

const second = 1_000;

/**
 * Asks again and again, from the moment on that a change was acknowledged: whatever is asked a second later must be answered so. How long an
 * answer is on its way, on a machine with too much to do, is not counted.
 */
export async function withinASecond<Answer>(ask: () => Promise<Answer>, expected: Answer): Promise<void> {
	const acknowledged = performance.now();
	for (;;) {
		const since = performance.now() - acknowledged;
		const answer = await ask();
		if (isDeepStrictEqual(answer, expected)) return;
		if (since >= second) return expect(answer, `asked ${Math.round(since)} ms after the change was acknowledged`).toEqual(expected);
		await wait(20);
	}
}
