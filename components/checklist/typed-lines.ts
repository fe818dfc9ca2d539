import { showable } from "@/lib/text";
import { type Item, longestText, newItemId } from "./item";

/** The sign before a line of somebody else's list: a bullet, a number, a box. */
const sign = /^\s*(?:(?:[-*+•◦‣]|\d{1,3}[.)])\s+)?(?:\[([ xX])\]\s+|([☐☑✓✔])\s*)?/u;

/** What a pasted text is as items: one a line, without bullets, and done where a box says so. What is longer than an item is cut in several. */
export function typedLines(text: string): Item[] {
	return showable(text)
		.split(/\r\n|\r|\n/)
		.flatMap((line) => {
			const [before = "", box, mark] = sign.exec(line) ?? [];
			const words = line.slice(before.length);
			const completed = /[xX]/.test(box ?? "") || /[☑✓✔]/u.test(mark ?? "");
			return pieces(words).map((text) => ({ id: newItemId(), text, completed }));
		});
}

function pieces(words: string): string[] {
	const all: string[] = [];
	for (let rest = words.trim(); rest !== ""; ) {
		const piece = rest
			.slice(0, longestText)
			.toWellFormed()
			.replace(/\uFFFD$/, "");
		all.push(piece);
		rest = rest.slice(piece.length).trim();
	}
	return all;
}
