import { describe, expect, test } from "vitest";
import { line, lines, tidy } from "./text";

describe("line", () => {
	const title = line({ min: 1, max: 5 });
	test.each(["a", "<b>", "../", "Ünï", "👩‍👩‍👧", "שיר", " a ", "%00"])("takes %j as it is typed", (text) => {
		if (text.length <= 5) expect(title.parse(text)).toBe(text.trim());
	});
	test.each(["", "   ", "abcdef", "a\u0000b", "a\nb", "a\u007fb", "\ud83d", 5, null, {}, ["a"]])("refuses %j", (text) => {
		expect(title.safeParse(text).success).toBe(false);
	});
});

describe("lines", () => {
	test("keeps line breaks and tabs, and no other control character", () => {
		expect(lines({ max: 20 }).parse("one\n\ttwo\r\n")).toBe("one\n\ttwo");
		expect(lines({ max: 20 }).safeParse("one\u0000").success).toBe(false);
	});
});

describe("tidy", () => {
	test("makes a line of whatever a tag holds", () => {
		expect(tidy(" a\u0000b\n\n c ", 20)).toBe("a b c");
		expect(tidy(undefined, 20)).toBe("");
		expect(tidy("x".repeat(1_000_000), 200)).toHaveLength(200);
	});
	test("never cuts a character in two", () => {
		expect(tidy("aa👩", 3)).toBe("aa");
		expect(line({ max: 200 }).safeParse(tidy(`\ud800${"👩".repeat(200)}`, 200)).success).toBe(true);
	});
});
