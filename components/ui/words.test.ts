import { expect, test } from "vitest";
import { counted, inWords } from "./count-text";
import { clock, roughly } from "./duration-text";
import { relativeTime } from "./time-text";

test.each([
	[null, "–:––"],
	[Number.POSITIVE_INFINITY, "–:––"],
	[0, "0:00"],
	[5.4, "0:05"],
	[221, "3:41"],
	[3599.6, "1:00:00"],
	[36_061, "10:01:01"],
])("%s seconds on the clock: %s", (seconds, text) => {
	expect(clock(seconds)).toBe(text);
});

test.each([
	[5, "1 min"],
	[1860, "31 min"],
	[3600, "1 h"],
	[7500, "2 h 5 min"],
])("%i seconds, roughly: %s", (seconds, text) => {
	expect(roughly(seconds)).toBe(text);
});

test("counts as one writes them", () => {
	expect([0, 1, 2].map((count) => counted(count, "song"))).toEqual(["0 songs", "1 song", "2 songs"]);
	expect(counted(1284, "view")).toBe("1,284 views");
	expect([1, 5, 12, 13].map(inWords)).toEqual(["one", "five", "twelve", "13"]);
});

test("how long ago", () => {
	const now = Date.parse("2026-11-20T12:00:00Z");
	const ago = (seconds: number) => relativeTime(new Date(now - seconds * 1000).toISOString(), now);
	expect([10, 120, 3700, 90_000, 21 * 86_400, -5].map(ago)).toEqual([
		"just now",
		"2 minutes ago",
		"1 hour ago",
		"yesterday",
		"3 weeks ago",
		"just now",
	]);
});
