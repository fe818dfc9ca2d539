import { expect, test } from "vitest";
import { batchLength, fileProblem, outcomes, shares } from "./batches";

const mb = 1024 * 1024;

test.each([
	[[1, 1, 1], 3],
	[Array.from({ length: 20 }, () => 1), 8],
	[[30 * mb, 30 * mb], 1],
	[[400 * mb, 1], 1],
	[[10 * mb, 20 * mb, 20 * mb], 2],
	[[], 0],
])("files of %j: the next form has %d", (sizes, count) => expect(batchLength(sizes)).toBe(count));

test("each file of a form is as far as the bytes before it allow", () => {
	expect(shares([100, 100, 200], 0.5)).toEqual([1, 1, 0]);
	expect(shares([100, 100, 200], 0.625)).toEqual([1, 1, 0.25]);
	expect(shares([0, 10], 0)).toEqual([1, 0]);
});

test("what was refused is told by its name, and of two alike once", () => {
	const reason = "bad";
	expect(outcomes(["a", "b", "a"], [{ name: "a", reason }])).toEqual([reason, null, null]);
	expect(
		outcomes(
			["a", "a"],
			[
				{ name: "a", reason },
				{ name: "a", reason },
			],
		),
	).toEqual([reason, reason]);
});

test.each([
	[{ size: 0, type: "image/png" }, /empty/],
	[{ size: 21 * mb, type: "image/png" }, /20 MB/],
	[{ size: 501 * mb, type: "video/mp4" }, /500 MB/],
])("%j is not sent", (file, words) => expect(fileProblem(file)).toMatch(words));

test("a large video is sent", () => expect(fileProblem({ size: 400 * mb, type: "video/mp4" })).toBeNull());
