import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuTime } from "@/e2e/support/own-time";
import { clashes, type Item, mergeItems } from "./merge-items";

const item = (id: string, text = id, completed = false): Item => ({ id, text, completed });
const list = (ids: string) => [...ids].map((id) => item(id));
const ids = (items: readonly Item[]) => items.map(({ id }) => id).join("");
const known = list("abcd");
let made = 0;
const merge = (theirs: Item[], mine: Item[], choice: "mine" | "theirs" | "both" = "mine", before = known) =>
	mergeItems(before, theirs, mine, choice, () => `new${made++}`);
const change = (items: readonly Item[], id: string, changes: Partial<Item>) =>
	items.map((each) => (each.id === id ? { ...each, ...changes } : each));

describe("two tabs on one list", () => {
	test("add, tick, rename and delete different items, and nothing is lost", () => {
		const theirs = [...change(known, "a", { completed: true }), item("t")].filter(({ id }) => id !== "d");
		const mine = [item("m"), ...change(known, "b", { text: "B" })];
		expect(merge(theirs, mine)).toEqual([item("m"), item("a", "a", true), item("b", "B"), item("c"), item("t")]);
	});
	test("change different things of one item", () => {
		expect(merge(change(known, "a", { completed: true }), change(known, "a", { text: "A" }))[0]).toEqual(item("a", "A", true));
	});
	test("keep what one deleted and the other changed", () => {
		const without = known.filter(({ id }) => id !== "b");
		expect(ids(merge(without, change(known, "b", { text: "B" })))).toBe("abcd");
		expect(ids(merge(change(known, "b", { completed: true }), without))).toBe("abcd");
		expect(ids(merge(without, known))).toBe("acd");
		expect(ids(merge(known, without))).toBe("acd");
	});
	test("move: who moved is followed, ours first", () => {
		expect(ids(merge(list("dcba"), [...known, item("m")]))).toBe("dmcba");
		expect(ids(merge([item("t"), ...known], list("dcba")))).toBe("tdcba");
		expect(ids(merge(list("dcba"), list("badc")))).toBe("badc");
	});
	test("add at the same place", () => {
		expect(ids(merge([...known, item("s"), item("t")], [...known, item("m"), item("n")]))).toBe("abcdmnst");
	});
});

describe("one text that both changed", () => {
	const theirs = change(known, "b", { text: "theirs", completed: true });
	const mine = change(known, "b", { text: "mine" });
	test("is told, and is what was chosen", () => {
		expect(clashes(known, theirs, mine)).toEqual([{ mine: item("b", "mine"), theirs: item("b", "theirs", true) }]);
		expect(merge(theirs, mine, "mine")[1]).toEqual(item("b", "mine", true));
		expect(merge(theirs, mine, "theirs")[1]).toEqual(item("b", "theirs", true));
		const both = merge(theirs, mine, "both");
		expect(both.slice(1, 3)).toEqual([item("b", "mine", true), { ...item("", "theirs", true), id: expect.stringMatching(/^new/) }]);
	});
	test("to the same is none", () => {
		expect(clashes(known, change(known, "b", { text: "x" }), change(known, "b", { text: "x" }))).toEqual([]);
	});
});

describe("whatever two people do", () => {
	const start = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 }).map((all) => list(all.join("")));
	type Edit = { items: Item[]; dropped: Set<string> };
	const edited = (before: Item[], prefix: string): fc.Arbitrary<Edit> =>
		fc
			.record({
				order: fc.shuffledSubarray(before, { minLength: 0, maxLength: before.length }),
				keep: fc.boolean(),
				texts: fc.array(fc.nat(7)),
				ticks: fc.array(fc.nat(7)),
				added: fc.nat(3),
			})
			.map(({ order, keep, texts, ticks, added }) => {
				const kept = keep ? before : order;
				const items = kept.map((each, at) => ({
					...each,
					text: texts.includes(at) ? `${prefix}${each.text}` : each.text,
					completed: ticks.includes(at) ? !each.completed : each.completed,
				}));
				for (let count = 0; count < added; count++) items.splice((count * 3) % (items.length + 1), 0, item(`${prefix}${count}`));
				return { items, dropped: new Set(before.filter(({ id }) => !kept.some((each) => each.id === id)).map(({ id }) => id)) };
			});
	const both = start.chain((before) => fc.tuple(fc.constant(before), edited(before, "t"), edited(before, "m")));

	test("no text that somebody wrote is lost, and no id stands twice", () => {
		fc.assert(
			fc.property(both, ([before, theirs, mine]) => {
				const merged = merge(theirs.items, mine.items, "both", before);
				const texts = new Set(merged.map(({ text }) => text));
				for (const { text, id } of [...theirs.items, ...mine.items]) {
					const was = before.find((each) => each.id === id);
					if (!was || was.text !== text) expect(texts, text).toContain(text);
				}
				expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
			}),
			{ numRuns: 2_000 },
		);
	});
	test("what nobody else changed is as one left it", () => {
		fc.assert(
			fc.property(both, ([before, theirs, mine]) => {
				expect(merge(before, mine.items, "mine", before)).toEqual(mine.items);
				expect(merge(theirs.items, before, "mine", before)).toEqual(theirs.items);
				expect(merge(mine.items, mine.items, "mine", before)).toEqual(mine.items);
			}),
			{ numRuns: 1_000 },
		);
	});
	test("a list of five thousand is merged in a moment", () => {
		const before = Array.from({ length: 5_000 }, (_, at) => item(String(at)));
		const theirs = before.map((each, at) => (at % 2 ? { ...each, completed: true } : each));
		const mine = [...before.slice(2_500), ...before.slice(0, 2_500), ...Array.from({ length: 500 }, (_, at) => item(`m${at}`))];
		const cost = cpuTime(() => expect(merge(theirs, mine, "mine", before)).toHaveLength(5_500));
		expect(cost).toBeLessThan(500);
	});
});
