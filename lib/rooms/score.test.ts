import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compatibility, ranked } from "./score";

describe("how well a film suits", () => {
	test.each([
		{ scores: [], result: { compatibility: 0, count: 0, vetoes: 0 } },
		{ scores: [5], result: { compatibility: 100, count: 1, vetoes: 0 } },
		{ scores: [2], result: { compatibility: 25, count: 1, vetoes: 0 } },
		{ scores: [3, 4], result: { compatibility: 63, count: 2, vetoes: 0 } },
		{ scores: [1], result: { compatibility: 0, count: 0, vetoes: 1 } },
		// 100 * (1/2)^3.5 = 8.84
		{ scores: [5, 1], result: { compatibility: 9, count: 1, vetoes: 1 } },
		// 83.33 * (3/4)^3.5 = 30.45
		{ scores: [5, 5, 3, 1], result: { compatibility: 30, count: 3, vetoes: 1 } },
	])("of $scores is $result.compatibility", ({ scores, result }) => {
		expect(compatibility(scores)).toEqual(result);
	});

	test("is between 0 and 100, and no veto makes it better", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 200 }), (scores) => {
				const before = compatibility(scores);
				const after = compatibility([...scores, 1]);
				expect(before.compatibility).toBeGreaterThanOrEqual(0);
				expect(before.compatibility).toBeLessThanOrEqual(100);
				expect(after.compatibility).toBeLessThanOrEqual(before.compatibility);
				expect(after.vetoes).toBe(before.vetoes + 1);
			}),
		);
	});
});

test("of equal films the one with more votes is first, then the one with fewer vetoes, then as on the ballot", () => {
	const movies = ["a", "b", "c", "d", "e"].map((id) => ({ id, title: id }));
	const votes = { p1: { b: 5, c: 5, d: 1 }, p2: { c: 5 } };
	expect(ranked(movies, votes).map(({ movie }) => movie.id)).toEqual(["c", "b", "a", "e", "d"]);
});

test("a vote on a film that is not on the ballot counts nowhere", () => {
	const [only] = ranked([{ id: "a", title: "A" }], { p1: { gone: 1, a: 4 } });
	expect(only).toMatchObject({ compatibility: 75, count: 1, vetoes: 0 });
});
