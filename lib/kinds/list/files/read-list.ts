import { badField } from "@/lib/refused";
import { decodeText, showable, tidy } from "@/lib/text";
import { listLimits, newItemId } from "../kind";
import { readCheckboxes } from "./checkboxes";
import { readCsv } from "./csv";
import { type Entry, isTooLong, type Listed, maxLines, named, type Skipped, summed } from "./list-file";
import { readTodoTxt } from "./todo-txt";

const readers = { txt: readTodoTxt, md: readCheckboxes, csv: readCsv };
export type ListFormat = keyof typeof readers;

/** What of a file fits into a list, and what does not, each with its reason. */
export type ReadList = { title: string; content: { items: (Entry & { id: string })[] }; skipped: Skipped[] };

/**
 * Reads a list's file: todo.txt, Markdown or CSV, as `format` says, or its name, or else its content. Throws `bad_input` on `file` for what
 * is no text or holds no item at all, on `format` for one that is none of these.
 */
export function readList(
	bytes: Uint8Array,
	{ fileName, format }: { fileName: string; format?: string | undefined },
	limits = listLimits,
): ReadList {
	const text = decodeText(bytes);
	if (text === null) throw badField("file", "This file is not text");
	if (text.trim() === "") throw badField("file", "The file is empty");
	if (isTooLong(text)) throw badField("file", `The file has more than ${maxLines.toLocaleString("en")} lines`);
	const wanted = format ?? formatOf(fileName, text);
	if (!isFormat(wanted)) throw badField("format", "One of txt, md, csv");
	const listed = readers[wanted](text);
	const { items, skipped } = fitting(listed, limits);
	if (items.length === 0) throw badField("file", `There is no list in this file. ${named(skipped[0]?.title ?? "")}: ${skipped[0]?.reason}`);
	return { title: tidy(listed.title, 200), content: { items }, skipped: summed(skipped) };
}

function isFormat(name: string): name is ListFormat {
	return Object.hasOwn(readers, name);
}

/** By the ending; a file without one is what its lines look like. */
function formatOf(fileName: string, text: string): ListFormat {
	if (/\.(?:csv|tsv)$/i.test(fileName)) return "csv";
	if (/\.(?:md|markdown|mdown)$/i.test(fileName)) return "md";
	if (/^[ \t]*[-*+] +\[[ xX]\]/m.test(text)) return "md";
	return /^\uFEFF?"?text"?[,;\t]/i.test(text) ? "csv" : "txt";
}

function fitting({ entries, skipped }: Listed, limits: typeof listLimits): Pick<ReadList, "skipped"> & ReadList["content"] {
	const items: ReadList["content"]["items"] = [];
	const left = [...skipped];
	const ids = new Set<string>();
	// Brackets and commas around the items are counted with each of them.
	let bytes = 2;
	for (const entry of entries) {
		const reason = unfit(entry.text, limits);
		const id = fresh(entry.id, ids);
		const item = { id, text: showable(entry.text), completed: entry.completed };
		const size = reason ? 0 : Buffer.byteLength(JSON.stringify(item)) + 1;
		const full = items.length >= limits.items || bytes + size > limits.bytes;
		if (reason || full) {
			left.push({ title: named(entry.text), reason: reason ?? "The list is full" });
			continue;
		}
		ids.add(id);
		bytes += size;
		items.push(item);
	}
	return { items, skipped: left };
}

function unfit(text: string, limits: typeof listLimits): string | null {
	if (showable(text).trim() === "") return "It has no text";
	return text.length > limits.text ? `It is longer than ${limits.text.toLocaleString("en")} characters` : null;
}

/** The id that the file gives, unless it is none, or another item's. */
function fresh(given: string | undefined, taken: ReadonlySet<string>): string {
	const id = tidy(given, 64);
	if (id !== "" && id === given && !taken.has(id)) return id;
	let made = newItemId();
	while (taken.has(made)) made = newItemId();
	return made;
}
