import { unavailable } from "@/lib/refused";

type Waiting<Op, Result> = { op: Op; since: number; done: (result: Result) => void; failed: (error: unknown) => void };
type Rules<Op> = {
	/** Operations in one commit at most. */
	most: number;
	/** What an operation is about: those about the same fail together when it cannot be had. */
	about(op: Op): unknown;
	/** Whether a commit failed, and was rolled back, because somebody else held a row that one of them is about. */
	isHeldUp(error: unknown): boolean;
	/** Whether a commit failed, and was rolled back, by what a single operation asked for. Others share the failure otherwise. */
	isOnesFault(error: unknown): boolean;
};

/** In ms: a request is answered within 4.5 s in any case. */
const patience = 3_000;

/**
 * Operations that arrive while a commit runs form the next one, so that a thousand of them cost a few commits. Each is
 * answered after the commit that holds it, in which they stand in order of arrival. `commit` writes all of them in one
 * transaction, or none, and answers them in order.
 *
 * A commit that failed by one operation's fault is done again in halves, until only the guilty ones fail. After any other
 * failure nothing is tried again: a connection that was lost during COMMIT leaves open whether it happened, and a second
 * attempt could count twice.
 *
 * While somebody else holds a row, only those wait or fail that are about the same; who waited for more than three seconds is refused with
 * `unavailable` before anything is done.
 */
export function groupCommit<Op, Result>(
	commit: (ops: Op[]) => Promise<Result[]>,
	{ most, about, isOnesFault, isHeldUp }: Rules<Op>,
): (op: Op) => Promise<Result> {
	let waiting: Waiting<Op, Result>[] = [];
	let isRunning = false;

	async function settle(group: Waiting<Op, Result>[]): Promise<void> {
		try {
			const results = await commit(group.map(({ op }) => op));
			if (results.length !== group.length) throw new Error(`A commit of ${group.length} operations gave ${results.length} answers`);
			for (const [at, { done }] of group.entries()) done(results[at] as Result);
		} catch (error) {
			const parts = apart(group, error);
			if (parts.length === 1) for (const { failed } of group) failed(error);
			else for (const part of parts) await settle(part);
		}
	}

	function apart(group: Waiting<Op, Result>[], error: unknown): Waiting<Op, Result>[][] {
		if (isHeldUp(error)) return byWhat(group, ({ op }) => about(op));
		if (group.length === 1 || !isOnesFault(error)) return [group];
		const half = Math.ceil(group.length / 2);
		return [group.slice(0, half), group.slice(half)];
	}

	/** Whoever waited too long is told so while nothing was done yet: later they would have been told anyway, and counted. */
	function stillWanted(group: Waiting<Op, Result>[]): Waiting<Op, Result>[] {
		const oldest = performance.now() - patience;
		return group.filter(({ since, failed }) => since > oldest || failed(unavailable()));
	}

	async function run(): Promise<void> {
		while (waiting.length > 0) {
			// What came in with the same turn of the event loop goes into the same commit.
			await new Promise((turn) => setImmediate(turn));
			const group = stillWanted(waiting.slice(0, most));
			waiting = waiting.slice(most);
			if (group.length > 0) await settle(group);
		}
		isRunning = false;
	}

	return (op) =>
		new Promise((done, failed) => {
			waiting.push({ op, since: performance.now(), done, failed });
			if (isRunning) return;
			isRunning = true;
			void run();
		});
}

/** What is about the same, in the order in which the first of each came. */
function byWhat<T>(all: T[], what: (one: T) => unknown): T[][] {
	const parts = new Map<unknown, T[]>();
	for (const one of all) {
		const part = parts.get(what(one));
		if (part) part.push(one);
		else parts.set(what(one), [one]);
	}
	return [...parts.values()];
}
