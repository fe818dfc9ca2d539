import { describe, expect, test, vi } from "vitest";
import { groupCommit } from "./group-commit";

const guilty = new Error("guilty");
const lost = new Error("the connection was lost");
const held = new Error("somebody holds a row");

/** A ledger that commits what it is given, one group at a time, unless `refuse` says why not. */
function ledger({ most = 100, refuse = (_ops: number[]): Error | null => null } = {}) {
	const committed: number[][] = [];
	let running = 0;
	let begin = () => {};
	const begun = new Promise<void>((resolve) => {
		begin = resolve;
	});
	const add = groupCommit<number, string>(
		async (ops) => {
			running++;
			begin();
			expect(running, "two commits at once").toBe(1);
			await new Promise((turn) => setImmediate(turn));
			running--;
			const error = refuse(ops);
			if (error) throw error;
			committed.push(ops);
			return ops.map((op) => `done ${op}`);
		},
		{ most, about: (op) => op % 10, isHeldUp: (error) => error === held, isOnesFault: (error) => error === guilty },
	);
	return { add, committed, begun };
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const outcomes = (all: Promise<string>[]) =>
	Promise.all(all.map((one) => one.catch((error: unknown) => (error instanceof Error ? error.message : error))));

describe("group commit", () => {
	test("answers each operation with its own answer, in few commits", async () => {
		const { add, committed } = ledger();
		expect(await outcomes(numbers(100).map(add))).toEqual(numbers(100).map((op) => `done ${op}`));
		expect(committed).toEqual([numbers(100)]);
	});

	test("what arrives during a commit forms the next one, in order of arrival", async () => {
		const { add, committed, begun } = ledger();
		const meanwhile: Promise<string>[] = [];
		const first = add(0);
		await begun;
		for (const op of numbers(5)) meanwhile.push(add(op + 1));
		await outcomes([first, ...meanwhile]);
		expect(committed).toEqual([[0], [1, 2, 3, 4, 5]]);
	});

	test("holds no more than the most operations in one commit", async () => {
		const { add, committed } = ledger({ most: 30 });
		await outcomes(numbers(100).map(add));
		expect(committed.map((ops) => ops.length)).toEqual([30, 30, 30, 10]);
	});

	test("an operation that cannot be done fails alone, and the others are done once, in order", async () => {
		const { add, committed } = ledger({ refuse: (ops) => (ops.some((op) => op % 40 === 7) ? guilty : null) });
		const all = await outcomes(numbers(100).map(add));
		expect(all).toEqual(numbers(100).map((op) => (op % 40 === 7 ? "guilty" : `done ${op}`)));
		expect(committed.flat()).toEqual(numbers(100).filter((op) => op % 40 !== 7));
	});

	test("a commit that failed for another reason is not tried again: nobody knows whether it happened", async () => {
		const attempts: number[] = [];
		const { add } = ledger({
			refuse: (ops) => {
				attempts.push(...ops);
				return lost;
			},
		});
		expect(new Set(await outcomes(numbers(50).map(add)))).toEqual(new Set(["the connection was lost"]));
		expect(attempts).toEqual(numbers(50));
	});

	test("goes on after a failure", async () => {
		let isAway = true;
		const { add } = ledger({ refuse: () => (isAway ? lost : null) });
		expect(await outcomes([add(1)])).toEqual(["the connection was lost"]);
		isAway = false;
		expect(await add(2)).toBe("done 2");
	});

	test("while somebody holds a row only those fail that are about the same, and each is tried twice at most", async () => {
		let tries = 0;
		const { add, committed } = ledger({
			refuse: (ops) => {
				if (ops.includes(13)) tries++;
				return ops.some((op) => op % 10 === 3) ? held : null;
			},
		});
		const all = await outcomes(numbers(100).map(add));
		expect(all.filter((outcome) => outcome === held.message)).toHaveLength(10);
		expect(committed.flat().sort((a, b) => a - b)).toEqual(numbers(100).filter((op) => op % 10 !== 3));
		expect(tries).toBe(2);
	});

	test("who waited for more than three seconds is refused, and nothing of it is done", async () => {
		let free = () => {};
		const blocked = new Promise<void>((resolve) => {
			free = resolve;
		});
		const committed: number[] = [];
		const add = groupCommit<number, string>(
			async (ops) => {
				if (ops.includes(0)) await blocked;
				committed.push(...ops);
				return ops.map(String);
			},
			{ most: 100, about: (op) => op, isHeldUp: () => false, isOnesFault: () => false },
		);
		const clock = vi.spyOn(performance, "now").mockReturnValue(10_000);
		const first = add(0);
		await new Promise((turn) => setImmediate(turn));
		const late = add(1);
		clock.mockReturnValue(12_000);
		const inTime = add(2);
		clock.mockReturnValue(13_500);
		free();
		expect(await first).toBe("0");
		await expect(late).rejects.toMatchObject({ code: "unavailable" });
		expect(await inTime).toBe("2");
		expect(committed).toEqual([0, 2]);
		clock.mockRestore();
	});
});
