/** An item of a list, as files hold it. Only CSV has a place for `id`. */
export type Entry = { id?: string; text: string; completed: boolean };

/** A line of a file that became no item, and why. */
export type Skipped = { title: string; reason: string };

/** What a file says, before it is known whether all of it fits into a list. Only Markdown has a place for `title`. */
export type Listed = { title: string; entries: Entry[]; skipped: Skipped[] };

/** Longest file, in lines: what has more is no list that somebody made. Also bounds what an import may cost. */
export const maxLines = 100_000;

/** So many skipped lines are told one by one. */
const told = 1_000;

/** What was skipped: the first of it line by line, the rest as numbers, each with its reason. */
export function summed(skipped: readonly Skipped[]): Skipped[] {
	const more = new Map<string, number>();
	for (const { reason } of skipped.slice(told)) more.set(reason, (more.get(reason) ?? 0) + 1);
	const rest = [...more].map(([reason, count]) => ({ title: `${count.toLocaleString("en")} more`, reason }));
	return [...skipped.slice(0, told), ...rest];
}

/** Whether a text has more lines than any list. */
export function isTooLong(text: string): boolean {
	let lines = 0;
	for (const _ of text.matchAll(/\r\n|\r|\n/g)) if (++lines > maxLines) return true;
	return false;
}

/** The beginning of a line, to name it by. */
export function named(line: string): string {
	const start = line.slice(0, 400).replace(/\s+/g, " ").trim();
	return start.length > 80
		? `${start
				.slice(0, 79)
				.toWellFormed()
				.replace(/\uFFFD$/, "")}…`
		: start;
}

/** Lines as any system ends them. */
export function linesOf(text: string): string[] {
	return text.split(/\r\n|\r|\n/);
}
