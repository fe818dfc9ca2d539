import { setTimeout as wait } from "node:timers/promises";

const lengths = { minute: 60, hour: 60 * 60, day: 24 * 60 * 60 };

/**
 * Budgets and days are counted by the clock's own minutes, hours and days (UTC). What must fall into one of them does not begin while less than
 * so many seconds are left of it, but in the next one.
 */
export async function roomInThis(span: keyof typeof lengths, seconds: number): Promise<void> {
	const left = lengths[span] - ((Date.now() / 1000) % lengths[span]);
	// A little more: a timer's clock is not the date's.
	if (left < seconds) await wait(left * 1000 + 100);
}
