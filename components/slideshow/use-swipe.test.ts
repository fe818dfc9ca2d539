import { expect, test } from "vitest";
import { gestureOf } from "./use-swipe";

test.each([
	[-80, 5, "on"],
	[80, -20, "back"],
	[3, -4, "tap"],
	[-30, 0, null],
	[-80, 90, null],
	[0, 200, null],
])("a finger that went %d across and %d down means %s", (across, down, meant) => expect(gestureOf(across, down)).toBe(meant));
