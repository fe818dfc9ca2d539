/** A text and what of it is selected. */
export type Marked = { text: string; start: number; end: number };
/** What becomes of it: `insert` stands in the place of everything from `from` up to `to`. */
export type Edit = { from: number; to: number; insert: string; start: number; end: number };

export type Mark = "bold" | "italic" | "code" | "link" | "heading" | "list";

/** Marks a selection up in Markdown, or takes the mark away where it has it already. */
export function mark(kind: Mark, marked: Marked): Edit {
	if (kind === "bold") return around("**", marked);
	if (kind === "italic") return around("_", marked);
	if (kind === "code") return marked.text.slice(marked.start, marked.end).includes("\n") ? fenced(marked) : around("`", marked);
	if (kind === "link") return link(marked);
	return lines(marked, kind === "heading" ? heading : bullet);
}

function around(sign: string, { text, start, end }: Marked): Edit {
	const inside = text.slice(start, end);
	const { length } = sign;
	const isOutside = text.slice(start - length, start) === sign && text.slice(end, end + length) === sign;
	if (isOutside) return { from: start - length, to: end + length, insert: inside, start: start - length, end: end - length };
	if (inside.length > 2 * length && inside.startsWith(sign) && inside.endsWith(sign)) {
		const bare = inside.slice(length, -length);
		return { from: start, to: end, insert: bare, start, end: start + bare.length };
	}
	// Blanks at the ends stay outside: Markdown takes `** a **` for no mark at all.
	const before = start + (inside.length - inside.trimStart().length);
	const words = inside.trim();
	const from = words ? before : start;
	const to = words ? before + words.length : end;
	return { from, to, insert: `${sign}${words || inside}${sign}`, start: from + length, end: to + length };
}

function fenced({ text, start, end }: Marked): Edit {
	const inside = text.slice(start, end).replace(/\n$/, "");
	const first = start > 0 && text[start - 1] !== "\n" ? "\n" : "";
	const insert = `${first}\`\`\`\n${inside}\n\`\`\`\n`;
	const at = start + first.length + 4;
	return { from: start, to: end, insert, start: at, end: at + inside.length };
}

function link({ text, start, end }: Marked): Edit {
	const inside = text.slice(start, end);
	const isAddress = /^https?:\/\/\S+$/.test(inside);
	const insert = isAddress ? `[](${inside})` : `[${inside}](https://)`;
	// The caret goes to what is still to be typed.
	const place = isAddress ? start + 1 : inside ? start + insert.length - 1 : start + 1;
	return { from: start, to: end, insert, start: place, end: place };
}

const heading = (all: readonly string[]) => {
	const isHeading = all.every((line) => /^#{1,6} /.test(line));
	return all.map((line) => (isHeading ? line.replace(/^#+ /, "") : `## ${line.replace(/^#+ /, "")}`));
};

const bullet = (all: readonly string[]) => {
	const isList = all.every((line) => /^\s*[-*+] /.test(line));
	return all.map((line) => (isList ? line.replace(/^(\s*)[-*+] /, "$1") : `- ${line}`));
};

function lines({ text, start, end }: Marked, change: (all: readonly string[]) => string[]): Edit {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const next = text.indexOf("\n", Math.max(start, end - 1));
	const to = next < 0 ? text.length : next;
	const insert = change(text.slice(from, to).split("\n")).join("\n");
	if (start !== end) return { from, to, insert, start: from, end: from + insert.length };
	const place = Math.max(from, start + insert.length - (to - from));
	return { from, to, insert, start: place, end: place };
}

/** What Enter does at the end of an item of a list: begins the next one, or ends the list after an empty one. Null: what it always does. */
export function enter({ text, start, end }: Marked): Edit | null {
	if (start !== end) return null;
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const [whole, indent = "", sign = "", box = ""] = /^([ \t]*)([-*+]|\d{1,9}[.)]) +(\[[ xX]\] +)?/.exec(text.slice(from, start)) ?? [];
	if (whole === undefined) return null;
	if (from + whole.length === start) return { from, to: start, insert: "", start: from, end: from };
	const next = /\d/.test(sign) ? `${Number.parseInt(sign, 10) + 1}${sign.slice(-1)}` : sign;
	const insert = `\n${indent}${next} ${box && "[ ] "}`;
	return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}
