import { setTimeout as wait } from "node:timers/promises";

/** In ms. */
const tick = 5;

/** Counts the time in which this process goes on. While it stands still, with too much else to do, nothing that it does by timers of its own comes about either. */
function ownClock(): { passed(): number; stop(): void } {
	let ticks = 0;
	const ticking = setInterval(() => ticks++, tick);
	return { passed: () => ticks * tick, stop: () => clearInterval(ticking) };
}

/** Waits until it holds, for so many ms of this process's own time at most. */
export async function until(holds: () => boolean | Promise<boolean>, within: number): Promise<void> {
	const clock = ownClock();
	try {
		while (!(await holds())) {
			if (clock.passed() > within) throw new Error(`It does not hold after ${within} ms: ${holds}`);
			await wait(tick);
		}
	} finally {
		clock.stop();
	}
}

/** How long something takes, in ms of this process's own time. */
export async function ownTime(work: () => Promise<unknown>): Promise<number> {
	const clock = ownClock();
	try {
		await work();
		return clock.passed();
	} finally {
		clock.stop();
	}
}

/** What something costs, in ms of this process's work: however long it had to wait for its turn. */
export function cpuTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}
