import { expect, test } from "vitest";
import { beginAt, drawn, nextState, type ShowState, stayFor } from "./show-state";

const interval = { intervalMin: 5, intervalMax: 8 };
const go = (state: ShowState, to: number, way: 1 | -1 = 1, count = 4) =>
	nextState(state, { do: "go", to, way, random: 0.5 }, count, interval);

test.each([
	[0, 5_000],
	[0.5, 6_500],
	[1, 8_000],
])("a picture stays a random time between both intervals (%d)", (random, ms) => expect(stayFor(interval, random)).toBe(ms));

test("of two intervals that are alike it stays that long", () => expect(stayFor({ intervalMin: 2.5, intervalMax: 2.5 }, 0.7)).toBe(2_500));

test("goes on and round, and back and round", () => {
	const begun = beginAt(2, interval, 0);
	expect(begun).toMatchObject({ index: 2, left: null, stay: 5_000, playing: true });
	const third = go(begun, 3);
	expect(third).toMatchObject({ index: 3, left: 2, way: 1, visit: 1, stay: 6_500 });
	expect(go(third, 4)).toMatchObject({ index: 0, left: 3 });
	expect(go(begun, -1, -1)).toMatchObject({ index: 3, left: 2, way: -1 });
});

test("a show of one slide begins it anew, and nothing leaves", () => {
	const again = go(beginAt(0, interval, 0), 1, 1, 1);
	expect(again).toMatchObject({ index: 0, left: null, visit: 1 });
	expect(drawn(again, 1)).toEqual([{ index: 0, part: "seen" }]);
});

test("a pause leaves it where it is", () => {
	const begun = beginAt(1, interval, 0);
	expect(nextState(begun, { do: "play", on: false }, 4, interval)).toEqual({ ...begun, playing: false });
});

test("draws what is seen, what leaves and what comes next, each once", () => {
	expect(drawn({ index: 1, left: 0 }, 5)).toEqual([
		{ index: 1, part: "seen" },
		{ index: 0, part: "leaving" },
		{ index: 2, part: "next" },
	]);
	expect(drawn({ index: 1, left: 0 }, 2)).toEqual([
		{ index: 1, part: "seen" },
		{ index: 0, part: "leaving" },
	]);
	expect(drawn({ index: 4, left: null }, 5)).toEqual([
		{ index: 4, part: "seen" },
		{ index: 0, part: "next" },
	]);
});
