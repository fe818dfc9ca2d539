import { expect, test } from "vitest";
import { partsOf } from "./parts";

const said = (count: number, length = 1) => Array.from({ length: count }, () => ({ message: "x".repeat(length) }));

test("a short chat is one part, and so is an empty one", () => {
	expect(partsOf(said(60))).toEqual([{ from: 0, to: 60 }]);
	expect(partsOf([])).toEqual([{ from: 0, to: 0 }]);
});

test("a long one is divided by messages, and by what they hold", () => {
	expect(partsOf(said(150))).toEqual([
		{ from: 0, to: 60 },
		{ from: 60, to: 120 },
		{ from: 120, to: 150 },
	]);
	expect(partsOf(said(5, 20_000))).toEqual([
		{ from: 0, to: 2 },
		{ from: 2, to: 4 },
		{ from: 4, to: 5 },
	]);
});

test("a message that is longer than a part is one by itself", () => {
	expect(partsOf([...said(1), ...said(1, 200_000), ...said(1)])).toEqual([
		{ from: 0, to: 1 },
		{ from: 1, to: 2 },
		{ from: 2, to: 3 },
	]);
});
