import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bothTexts, mergeText } from "./merge-text";

const known = "one\ntwo\nthree\nfour\n";

describe("two tabs on one note", () => {
	test("change different lines, and both changes are in it", () => {
		expect(mergeText(known, "ONE\ntwo\nthree\nfour\n", "one\ntwo\nthree\nFOUR\nfive\n")).toBe("ONE\ntwo\nthree\nFOUR\nfive\n");
		expect(mergeText(known, "one\ntwo\nthree\nfour\nend\n", "start\none\ntwo\nthree\nfour\n")).toBe("start\none\ntwo\nthree\nfour\nend\n");
		expect(mergeText(known, "one\nTWO\nthree\nfour\n", "one\ntwo\nTHREE\nfour\n")).toBe("one\nTWO\nTHREE\nfour\n");
		expect(mergeText(known, "two\nthree\nfour\n", "one\ntwo\nthree\n")).toBe("two\nthree\n");
	});
	test("change the same lines, and somebody is asked", () => {
		expect(mergeText(known, "one\n2\nthree\nfour\n", "one\nzwei\nthree\nfour\n")).toBeNull();
		expect(mergeText(known, `${known}a`, `${known}b`)).toBeNull();
		expect(mergeText("", "a", "b")).toBeNull();
		expect(mergeText(known, "", "one\ntwo\n3\nfour\n")).toBeNull();
	});
	test("may both be kept", () => {
		expect(bothTexts("theirs\n", "mine\n\n")).toBe("mine\n\n---\n\ntheirs\n");
	});
});

const text = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n", "d"), { maxLength: 8 }).map((all) => all.join(""));

test("what nobody else changed is as one left it, whoever that is", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			expect(mergeText(before, before, after)).toBe(after);
			expect(mergeText(before, after, before)).toBe(after);
			expect(mergeText(before, after, after) ?? after).toBe(after);
		}),
	);
});

test("what is made of two has every line that either wrote", () => {
	const wrote = (line: string) =>
		fc.tuple(fc.nat(8), fc.nat(2), fc.integer({ min: 1, max: 3 })).map(([at, without, count]) => (before: string) => {
			const lines = before.split(/(?<=\n)/);
			return lines.toSpliced(at, without, ...Array<string>(count).fill(line)).join("");
		});
	fc.assert(
		fc.property(text, wrote("T\n"), wrote("M\n"), (before, their, my) => {
			const [theirs, mine] = [their(before), my(before)];
			const merged = mergeText(before, theirs, mine);
			if (merged === null) return;
			expect(mergeText(before, mine, theirs)).toBe(merged);
			const count = (text: string, line: string) => text.split(line).length;
			expect([count(merged, "T\n"), count(merged, "M\n")]).toEqual([count(theirs, "T\n"), count(mine, "M\n")]);
		}),
		{ numRuns: 2_000 },
	);
});
