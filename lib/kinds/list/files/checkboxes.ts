import { type Entry, type Listed, linesOf, named } from "./list-file";

const bullet = /^(?:[-*+]|\d{1,9}[.)])(?: +|\t|$)(?:\[([ xX])\](?: |$))?(.*)$/s;
/** A further line of an item that would be taken for an item of its own, and those that were written with one more backslash because of it. */
const alike = /^(\s*)(\\*(?:[-*+]|\d{1,9}[.)])(?:\s|$))/;
const escaped = /^(\s*)\\(\\*(?:[-*+]|\d{1,9}[.)])(?:\s|$))/;

/**
 * Reads the lists of a Markdown file: `- [ ]`, `- [x]`, and bullets without a box, which are not done. Indented lines belong to the item
 * above; items inside of items become items of their own. The first heading is the title.
 */
export function readCheckboxes(text: string): Listed {
	const listed: Listed = { title: "", entries: [], skipped: [] };
	let last: Entry | undefined;
	let blank = 0;
	for (const line of linesOf(text)) {
		if (line.trim() === "") {
			blank++;
			continue;
		}
		const [, box, words] = bullet.exec(line.trimStart()) ?? [];
		if (words !== undefined) {
			last = { text: words, completed: box?.toLowerCase() === "x" };
			listed.entries.push(last);
		} else if (last && /^(?: {2}|\t)/.test(line)) {
			last.text += `${"\n".repeat(blank + 1)}${line.replace(/^(?: {2}|\t)/, "").replace(escaped, "$1$2")}`;
		} else {
			last = undefined;
			if (/^#\s/.test(line) && !listed.title) listed.title = line.slice(2, 1_000).replace(/\s#+\s*$/, "");
			else listed.skipped.push({ title: named(line), reason: "Not an item of a list" });
		}
		blank = 0;
	}
	return listed;
}

/** Writes Markdown: the title as a heading, a box before each item. What stands in an item is written as it was typed. */
export function writeCheckboxes({ title, entries }: { title: string; entries: readonly Entry[] }): string {
	const items = entries.map(({ text, completed }) => {
		const [first, ...more] = linesOf(text);
		const further = more.map((line) => `  ${line.replace(alike, "$1\\$2")}`.replace(/^\s+$/, ""));
		return `${[`- [${completed ? "x" : " "}] ${first}`, ...further].join("\n")}\n`;
	});
	return `# ${title}\n\n${items.join("")}`;
}
