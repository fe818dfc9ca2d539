import { expect, test } from "vitest";
import { codeDigits, codeText, isCode } from "./code-text";

test.each([
	["482913", "482913"],
	["482 913", "482913"],
	[" 482-913 ", "482913"],
	["48", "48"],
	["48291377", "482913"],
	["https://example.test:4000/room/482913?x=1", "482913"],
	["abc", ""],
])("%j are the digits %j", (typed, digits) => {
	expect(codeDigits(typed)).toBe(digits);
});

test("a code is read in two halves", () => {
	expect(["482913", "4829", "482", ""].map(codeText)).toEqual(["482 913", "482 9", "482", ""]);
});

test("six digits are a code, and none begins with a nought", () => {
	expect(["482913", "082913", "48291", "48291a"].map(isCode)).toEqual([true, false, false, false]);
});
