import { describe, expect, test } from "vitest";
import { balanced, wrap } from "./wrap";

/** Every character is one wide. */
const measure = (text: string) => [...text].length;

describe("wrap", () => {
	test.each([
		["one line", 10, ["one line"]],
		["two short lines", 9, ["two short", "lines"]],
		["unbreakable", 4, ["unbr", "eaka", "ble"]],
		["a unbreakable", 6, ["a", "unbrea", "kable"]],
	])("breaks %j at %i", (text, width, lines) => {
		expect(wrap(text, measure, { width, lines: 3 })).toEqual({ lines, isCut: false });
	});

	test("cuts what needs more lines, and ends it with an ellipsis that fits", () => {
		expect(wrap("aaa bbb ccc, ddd", measure, { width: 4, lines: 3 })).toEqual({ lines: ["aaa", "bbb", "ccc…"], isCut: true });
		const { lines, isCut } = wrap("w".repeat(10_000), measure, { width: 12, lines: 3 });
		expect([lines, isCut]).toEqual([["w".repeat(12), "w".repeat(12), `${"w".repeat(11)}…`], true]);
	});

	test("never halves a surrogate pair", () => {
		const { lines } = wrap("💿".repeat(20), measure, { width: 3, lines: 2 });
		expect(lines).toEqual(["💿💿💿", "💿💿…"]);
	});
});

describe("balanced", () => {
	test("makes lines as long as each other, and no more of them", () => {
		const wide = (text: string) => measure(text) * 20;
		expect(wrap("aaa bbb ccc ddd", wide, { width: 220, lines: 3 }).lines).toEqual(["aaa bbb ccc", "ddd"]);
		expect(balanced("aaa bbb ccc ddd", wide, { width: 220, lines: 3 }).lines).toEqual(["aaa bbb", "ccc ddd"]);
	});
});
