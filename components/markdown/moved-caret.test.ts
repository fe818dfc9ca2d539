import fc from "fast-check";
import { expect, test } from "vitest";
import { movedCaret } from "./moved-caret";

const text = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n", "d"), { maxLength: 8 }).map((all) => all.join(""));

test("a caret stays at its word", () => {
	const before = "one two three";
	expect(movedCaret(before, "zero one two three", before.indexOf("two"))).toBe("zero one ".length);
	expect(movedCaret(before, "one two three four", before.indexOf("two"))).toBe("one ".length);
	expect(movedCaret(before, "", 5)).toBe(0);
	fc.assert(
		fc.property(text, text, fc.nat(20), (from, to, place) => {
			const moved = movedCaret(from, to, Math.min(place, from.length));
			expect(moved).toBeGreaterThanOrEqual(0);
			expect(moved).toBeLessThanOrEqual(to.length);
		}),
	);
});
