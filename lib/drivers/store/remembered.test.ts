import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remembered } from "./remembered";

/** A value whose look is answered when the test says so, with what was true when it began or, when `late`, when it ends. */
function scene({ most = 100, maxAge = null as number | null } = {}) {
	let time = 0;
	const versions = new Map<string, number>();
	const looks: { key: string; answer(): void; fail(): void }[] = [];
	const memory = remembered<{ key: string; version: number }>(
		(key) => {
			const version = versions.get(key) ?? 1;
			return new Promise((resolve, reject) => {
				looks.push({ key, answer: () => resolve(version === 0 ? null : { key, version }), fail: () => reject(new Error("away")) });
			});
		},
		({ key }) => [`topic:${key}`],
		{ most, maxAge },
		() => time,
	);
	const answerAll = () => {
		for (const look of looks.splice(0)) look.answer();
	};
	const ask = async (key = "a") => {
		const found = memory.get(key);
		answerAll();
		return (await found)?.version ?? null;
	};
	/** As a write does: the row first, then what is told of it. */
	const change = (key: string, version: number) => {
		versions.set(key, version);
		memory.forget(`topic:${key}`);
	};
	return { memory, looks, answerAll, ask, change, versions, at: (now: number) => (time = now) };
}

describe("what is remembered", () => {
	test("is looked up once, by however many at once", async () => {
		const { memory, looks, answerAll, ask } = scene();
		const all = Array.from({ length: 50 }, () => memory.get("a"));
		expect(looks).toHaveLength(1);
		answerAll();
		expect(new Set((await Promise.all(all)).map((one) => one?.version))).toEqual(new Set([1]));
		expect(await ask()).toBe(1);
		expect(looks).toHaveLength(0);
	});

	test("is forgotten when its topic is told, and nothing else is", async () => {
		const { memory, looks, ask, change } = scene();
		await Promise.all([ask("a"), ask("b")]);
		change("a", 2);
		expect(await ask("a")).toBe(2);
		void memory.get("b");
		expect(looks).toHaveLength(0);
	});

	test("is all forgotten when anything may have changed", async () => {
		const { memory, ask, versions } = scene();
		await Promise.all([ask("a"), ask("b")]);
		for (const key of ["a", "b"]) versions.set(key, 7);
		memory.forgetAll();
		expect([await ask("a"), await ask("b")]).toEqual([7, 7]);
	});

	test.each(["topic", "anything"])("a look that began before a change (%s) is neither kept nor joined", async (what) => {
		const { memory, looks, ask, versions } = scene();
		const early = memory.get("a");
		const [slow] = looks.splice(0);
		versions.set("a", 2);
		if (what === "topic") memory.forget("topic:a");
		else memory.forgetAll();
		expect(await ask("a")).toBe(2);
		slow?.answer();
		expect((await early)?.version).toBe(1);
		expect(await ask("a")).toBe(2);
	});

	test("a change of something else does not keep a look from being remembered", async () => {
		const { memory, looks, answerAll } = scene();
		const early = memory.get("a");
		memory.forget("topic:b");
		answerAll();
		await early;
		void memory.get("a");
		expect(looks).toHaveLength(0);
	});

	test("what is not there, and a look that failed, is looked up again", async () => {
		const { memory, looks, ask, versions } = scene();
		versions.set("a", 0);
		expect(await ask("a")).toBeNull();
		versions.set("a", 3);
		const failing = memory.get("a");
		for (const look of looks.splice(0)) look.fail();
		await expect(failing).rejects.toThrow("away");
		expect(await ask("a")).toBe(3);
	});

	test("is as old as its look at most, counted from the look's beginning", async () => {
		const { memory, looks, answerAll, ask, versions, at } = scene({ maxAge: 400 });
		const first = memory.get("a");
		at(300);
		answerAll();
		await first;
		versions.set("a", 2);
		at(399);
		expect(await ask("a")).toBe(1);
		at(400);
		const again = memory.get("a");
		at(801);
		void memory.get("a");
		expect(looks, "a look that takes longer than that is not joined").toHaveLength(2);
		answerAll();
		expect((await again)?.version).toBe(2);
	});

	test("is bounded: what was not used for longest goes", async () => {
		const { memory, looks, ask } = scene({ most: 3 });
		for (const key of ["a", "b", "c", "a", "d"]) await ask(key);
		for (const key of ["a", "c", "d"]) void memory.get(key);
		expect(looks).toHaveLength(0);
		void memory.get("b");
		expect(looks).toHaveLength(1);
	});

	test("never answers less than what was told before the question, whatever happens in between", async () => {
		const key = fc.constantFrom("a", "b");
		const step = fc.oneof(
			fc.record({ do: fc.constant("ask" as const), key }),
			fc.record({ do: fc.constant("change" as const), key }),
			fc.record({ do: fc.constant("changeAll" as const), key }),
			fc.record({ do: fc.constant("answer" as const), at: fc.nat(5) }),
			fc.record({ do: fc.constant("fail" as const), at: fc.nat(5) }),
			fc.record({ do: fc.constant("settle" as const) }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
				const { memory, looks, answerAll, change, versions } = scene({ most: 1 });
				const told = new Map<string, number>();
				const asked: Promise<void>[] = [];
				for (const one of steps) {
					if (one.do === "ask") {
						const least = told.get(one.key) ?? 1;
						const check = (found: { version: number } | null) => expect(found?.version).toBeGreaterThanOrEqual(least);
						asked.push(memory.get(one.key).then(check, (error: Error) => expect(error.message).toBe("away")));
					} else if (one.do === "change" || one.do === "changeAll") {
						const next = (versions.get(one.key) ?? 1) + 1;
						if (one.do === "change") change(one.key, next);
						else {
							versions.set(one.key, next);
							memory.forgetAll();
						}
						told.set(one.key, next);
					} else if (one.do === "answer") looks.splice(one.at, 1)[0]?.answer();
					else if (one.do === "fail") looks.splice(one.at, 1)[0]?.fail();
					else await new Promise((turn) => setImmediate(turn));
				}
				answerAll();
				await Promise.all(asked);
			}),
			{ numRuns: 500 },
		);
	});
});
