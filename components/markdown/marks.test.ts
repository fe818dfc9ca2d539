import { describe, expect, test } from "vitest";
import { type Edit, enter, type Mark, type Marked, mark } from "./marks";

/** A text in which ‹ and › stand for the ends of the selection, or | for the caret. */
function read(drawn: string): Marked {
	const text = drawn.replace(/[‹›|]/g, "");
	const start = drawn.search(/[‹|]/);
	return { text, start, end: drawn.includes("›") ? drawn.indexOf("›") - 1 : start };
}
function draw({ text }: Marked, { from, to, insert, start, end }: Edit): string {
	const after = `${text.slice(0, from)}${insert}${text.slice(to)}`;
	return start === end
		? `${after.slice(0, start)}|${after.slice(start)}`
		: `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`;
}

test.each<[Mark, string, string]>([
	["bold", "a ‹b› c", "a **‹b›** c"],
	["bold", "a **‹b›** c", "a ‹b› c"],
	["bold", "a ‹**b**› c", "a ‹b› c"],
	["bold", "a ‹ b › c", "a  **‹b›**  c"],
	["bold", "a |", "a **|**"],
	["bold", "a **|**", "a |"],
	["italic", "‹word›", "_‹word›_"],
	["code", "‹word›", "`‹word›`"],
	["code", "x‹a\nb›", "x\n```\n‹a\nb›\n```\n"],
	["link", "see ‹here› now", "see [here](https://|) now"],
	["link", "|", "[|](https://)"],
	["link", "‹https://a.example/x›", "[|](https://a.example/x)"],
	["heading", "a\nb|c\nd", "a\n## b|c\nd"],
	["heading", "a\n## b|c\nd", "a\nb|c\nd"],
	["heading", "#### |x", "|x"],
	["list", "‹a\nb›\nc", "‹- a\n- b›\nc"],
	["list", "‹- a\n  * b›\nc", "‹a\n  b›\nc"],
	["list", "|", "- |"],
	["list", "‹a\n›b", "‹- a›\nb"],
])("%s makes of %j %j", (kind, before, after) => {
	const marked = read(before);
	expect(draw(marked, mark(kind, marked))).toBe(after);
});

describe("Enter", () => {
	test.each([
		["- milk|", "- milk\n- |"],
		["  * milk| x", "  * milk\n  * | x"],
		["9. nine|", "9. nine\n10. |"],
		["3) c|", "3) c\n4) |"],
		["- [x] done|", "- [x] done\n- [ ] |"],
		["- milk\n- |", "- milk\n|"],
		["- [ ] |", "|"],
	])("makes of %j %j", (before, after) => {
		const marked = read(before);
		const edit = enter(marked);
		expect(edit && draw(marked, edit)).toBe(after);
	});
	test("is what it always is elsewhere", () => {
		for (const drawn of ["word|", "-word|", "‹- a›", "|- a", "2026. year\nx|"]) expect(enter(read(drawn))).toBeNull();
	});
});
