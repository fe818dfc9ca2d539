import Papa from "papaparse";
import { type Entry, type Listed, named } from "./list-file";

/**
 * What a spreadsheet would run, also behind blanks and apostrophes and in the wide forms of East Asian keyboards (OWASP, "CSV Injection").
 * An apostrophe before it makes it text.
 */
const formula = /^'*(?:[\t\r\n]|[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

const columns = {
	text: ["text", "task", "item", "title", "name", "todo", "description", "content"],
	completed: ["completed", "done", "checked", "complete", "status", "finished"],
	id: ["id"],
};
const yes = /^(?:true|1|yes|y|x|done|completed?|checked|finished|✓|✔|☑)$/i;

type Column = keyof typeof columns;
type Where = Record<Column, number>;

/** Reads CSV with a row of names above it (`text,completed,id`), or without: then the first column is the text, the second whether it is done. */
export function readCsv(text: string): Listed {
	const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: "greedy" });
	// The last one: it took all that came after it.
	const broken = errors.some(({ code }) => code === "MissingQuotes") ? data.length - 1 : -1;
	const head = placesOf(data[0] ?? []);
	const where = head ?? { text: 0, completed: 1, id: -1 };
	const listed: Listed = { title: "", entries: [], skipped: [] };
	for (const [at, row] of data.entries()) {
		if (head && at === 0) continue;
		const words = unquoted(row[where.text] ?? "");
		if (at === broken) listed.skipped.push({ title: named(words), reason: "It has a quotation mark that never ends" });
		else if (words.trim() === "") listed.skipped.push({ title: named(row.join(", ")), reason: "It has no text" });
		else listed.entries.push({ id: unquoted(row[where.id] ?? ""), text: words, completed: yes.test((row[where.completed] ?? "").trim()) });
	}
	return listed;
}

/** Writes CSV for spreadsheets: with the mark by which they know UTF-8, every cell quoted, and no cell that they would run. */
export function writeCsv(entries: readonly Entry[]): string {
	const rows = entries.map(({ text, completed, id = "" }) => [quoted(text), String(completed), quoted(id)]);
	return `\uFEFF${Papa.unparse([["text", "completed", "id"], ...rows], { quotes: true, newline: "\r\n" })}\r\n`;
}

const quoted = (cell: string) => (formula.test(cell) ? `'${cell}` : cell);
const unquoted = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

/** Spreadsheets of some countries write semicolons or tabs. The one that parts the names is it, or else the one that parts the first line. */
function delimiterOf(text: string): string {
	const first = text.slice(0, 1_000).split(/[\r\n]/, 1)[0] ?? "";
	const rows = [",", ";", "\t"].map((delimiter) => ({ delimiter, row: Papa.parse<string[]>(first, { delimiter }).data[0] ?? [] }));
	return (rows.find(({ row }) => placesOf(row)) ?? rows.find(({ row }) => row.length > 1) ?? { delimiter: "," }).delimiter;
}

/** Where the columns stand, when this row names one for the text. */
function placesOf(row: readonly string[]): Where | null {
	const names = row.map((cell) => cell.trim().toLowerCase());
	const place = (column: Column) => names.findIndex((name) => columns[column].includes(name));
	const where = { text: place("text"), completed: place("completed"), id: place("id") };
	return where.text < 0 ? null : where;
}
