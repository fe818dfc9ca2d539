type Waiting<Op, Result> = { op: Op; done: (result: Result) => void; failed: (error: unknown) => void };
type Rules = {
	/** Operations in one commit at most. */
	most: number;
	/** Whether a commit failed, and was rolled back, by what a single operation asked for. Others share the failure otherwise. */
	isOnesFault(error: unknown): boolean;
};

/**
 * Operations that arrive while a commit runs form the next one, so that a thousand of them cost a few commits. Each is
 * answered after the commit that holds it, in which they stand in order of arrival. `commit` writes all of them in one
 * transaction, or none, and answers them in order.
 *
 * A commit that failed by one operation's fault is done again in halves, until only the guilty ones fail. After any other
 * failure nothing is tried again: a connection that was lost during COMMIT leaves open whether it happened, and a second
 * attempt could count twice.
 */
export function groupCommit<Op, Result>(
	commit: (ops: Op[]) => Promise<Result[]>,
	{ most, isOnesFault }: Rules,
): (op: Op) => Promise<Result> {
	let waiting: Waiting<Op, Result>[] = [];
	let isRunning = false;

	async function settle(group: Waiting<Op, Result>[]): Promise<void> {
		try {
			const results = await commit(group.map(({ op }) => op));
			if (results.length !== group.length) throw new Error(`A commit of ${group.length} operations gave ${results.length} answers`);
			for (const [at, { done }] of group.entries()) done(results[at] as Result);
		} catch (error) {
			if (group.length > 1 && isOnesFault(error)) {
				const half = Math.ceil(group.length / 2);
				await settle(group.slice(0, half));
				await settle(group.slice(half));
			} else {
				for (const { failed } of group) failed(error);
			}
		}
	}

	async function run(): Promise<void> {
		while (waiting.length > 0) {
			// What came in with the same turn of the event loop goes into the same commit.
			await new Promise((turn) => setImmediate(turn));
			const group = waiting.slice(0, most);
			waiting = waiting.slice(most);
			await settle(group);
		}
		isRunning = false;
	}

	return (op) =>
		new Promise((done, failed) => {
			waiting.push({ op, done, failed });
			if (isRunning) return;
			isRunning = true;
			void run();
		});
}
