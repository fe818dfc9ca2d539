import { expect, test } from "vitest";
import { quoted } from "@/components/ui/quoted";
import { leftOut } from "./upload-words";

const skipped = (...names: string[]) => leftOut({ skipped: names, twins: 0, cut: false });
const [a, b, c] = [quoted("a.txt"), quoted("b.txt"), quoted("c.txt")];

test("names what was skipped, the first three of many", () => {
	expect(skipped()).toBeNull();
	expect(skipped("a.txt")).toBe(`${a} skipped: not a song in a format we know.`);
	expect(skipped("a.txt", "b.txt", "c.txt")).toBe(`3 files skipped, not songs in a format we know: ${a}, ${b} and ${c}.`);
	const seven = ["a.txt", "b.txt", "c.txt", "4", "5", "6", "7"];
	expect(skipped(...seven)).toBe(`7 files skipped, not songs in a format we know: ${a}, ${b}, ${c} and 4 more.`);
});

test("a long name is cut between characters", () => {
	expect(skipped(`${"𝄞".repeat(50)}.txt`)).toContain(quoted(`${"𝄞".repeat(39)}…`));
});

test("tells of twins and of too many beside it", () => {
	const words = leftOut({ skipped: ["a.txt"], twins: 2, cut: true });
	expect(words).toBe(
		`${a} skipped: not a song in a format we know. 2 files were there more than once and will be added once. There was more than can be taken at once. Add the rest afterwards.`,
	);
});
