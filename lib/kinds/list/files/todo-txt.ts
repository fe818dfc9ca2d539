import { type Entry, type Listed, linesOf } from "./list-file";

/**
 * Reads todo.txt: a task a line, `x ` before one that is done. Dates, priorities, projects and contexts stay in the text. One blank before
 * a task is none of its own.
 */
export function readTodoTxt(text: string): Listed {
	const lines = linesOf(text).filter((line) => line.trim() !== "");
	const entries = lines.map((line) => {
		const completed = line.startsWith("x ");
		return { text: completed ? line.slice(2) : line.replace(/^ /, ""), completed };
	});
	return { title: "", entries, skipped: [] };
}

/** Writes todo.txt. A task is one line there: line breaks become blanks. */
export function writeTodoTxt(entries: readonly Entry[]): string {
	return entries
		.map(({ text, completed }) => {
			const line = text.replace(/\r\n|\r|\n/g, " ");
			if (completed) return `x ${line}\n`;
			// What looks done, or begins with what a reader takes away, keeps it behind a blank.
			return `${/^(?:x |[ \uFEFF])/.test(line) ? " " : ""}${line}\n`;
		})
		.join("");
}
