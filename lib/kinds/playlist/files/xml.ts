import { badField } from "@/lib/refused";
import { maxDepth, maxParts, tooComplex } from "./listing";

export type XmlVisitor = { open(name: string): void; text(text: string): void; close(name: string): void };

const broken = () => badField("file", "The file is damaged: it is not well-formed XML");
/** Characters of one piece of text. */
const longest = 50_000;
const own: Record<string, string> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };
const nameAt = /[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/uy;
const plainAt = /[^>"'<]*/y;

/**
 * Reads the part of XML that documents have: elements, text, CDATA, comments, XML's five entities. Names lose their prefix,
 * attributes are skipped. A DOCTYPE is refused, so there are no entities to expand and nothing to fetch. One pass without
 * recursion, in time linear to the text (docs/decisions/0010). Throws `bad_input` on `file`.
 */
export function readXml(text: string, visitor: XmlVisitor): void {
	const path: string[] = [];
	let parts = 0;
	let at = 0;
	const past = (end: string, from: number) => {
		const found = text.indexOf(end, from);
		if (found < 0) throw broken();
		return found + end.length;
	};
	const say = (words: string) => {
		if (path.length > 0) visitor.text(words);
		else if (words.trim() !== "") throw broken();
	};
	while (at < text.length) {
		const tag = text.indexOf("<", at);
		if (tag !== at) say(decode(text.slice(at, tag < 0 ? text.length : tag)));
		if (tag < 0) break;
		if (++parts > maxParts) throw badField("file", tooComplex);
		if (text.startsWith("<!--", tag)) at = past("-->", tag + 4);
		else if (text.startsWith("<?", tag)) at = past("?>", tag + 2);
		else if (text.startsWith("<![CDATA[", tag)) {
			at = past("]]>", tag + 9);
			say(text.slice(tag + 9, at - 3));
		} else if (text.startsWith("<!", tag)) {
			throw badField("file", "An XML file with a DOCTYPE or entities of its own is not read");
		} else {
			const closes = text[tag + 1] === "/";
			nameAt.lastIndex = tag + (closes ? 2 : 1);
			const full = nameAt.exec(text)?.[0];
			if (full === undefined) throw broken();
			at = tagEnd(text, nameAt.lastIndex);
			const name = full.slice(full.indexOf(":") + 1);
			if (closes) {
				if (path.pop() !== full) throw broken();
				visitor.close(name);
				continue;
			}
			visitor.open(name);
			if (text[at - 2] === "/") visitor.close(name);
			else if (path.push(full) > maxDepth) throw badField("file", tooComplex);
		}
	}
	if (path.length > 0 || parts === 0) throw broken();
}

/** Where the tag's `>` is passed; one inside quotes is part of a value. */
function tagEnd(text: string, from: number): number {
	for (let at = from; ; at++) {
		plainAt.lastIndex = at;
		plainAt.exec(text);
		at = plainAt.lastIndex;
		const mark = text[at];
		if (mark === ">") return at + 1;
		if (mark !== '"' && mark !== "'") throw broken();
		at = text.indexOf(mark, at + 1);
		if (at < 0) throw broken();
	}
}

/** Entities and ends of lines as XML wants them. What is far longer than any word of a playlist is cut before it is looked at. */
function decode(raw: string): string {
	const held = raw.length > longest ? raw.slice(0, longest).replace(/&[^;&]{0,12}$/, "") : raw;
	const text = held.includes("\r") ? held.replace(/\r\n?/g, "\n") : held;
	return text.includes("&")
		? text.replace(/&([^;&]{1,12};)?/g, (_, name: string | undefined) => character(name?.slice(0, -1) ?? ""))
		: text;
}

function character(name: string): string {
	const known = Object.hasOwn(own, name) ? own[name] : undefined;
	if (known !== undefined) return known;
	const digits = name.match(/^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/);
	const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? "", digits[1] === undefined ? 10 : 16) : 0;
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw broken();
	return String.fromCodePoint(code);
}
