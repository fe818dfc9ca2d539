/** What was done to a text, in lines: those from `start` up to `end` became `lines`. */
type Change = { start: number; end: number; lines: string[] };

const linesOf = (text: string) => text.split(/(?<=\n)/);

/** The one stretch of lines in which two texts differ; null when they do not. */
function changeOf(before: readonly string[], after: readonly string[]): Change | null {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	if (start === before.length && start === after.length) return null;
	let tail = 0;
	while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return { start, end: before.length - tail, lines: after.slice(start, after.length - tail) };
}

/** Makes one text of two that began as `known`, where they were changed in different places. Null: both changed the same lines. */
export function mergeText(known: string, theirs: string, mine: string): string | null {
	const before = linesOf(known);
	const there = changeOf(before, linesOf(theirs));
	const here = changeOf(before, linesOf(mine));
	if (!there || !here) return here ? mine : theirs;
	const [first, second] = there.start < here.start || there.end < here.end ? [there, here] : [here, there];
	// Two that only add at one place add to the same line: which comes first is for somebody to say.
	const apart = first.end < second.start || (first.end === second.start && first.start < first.end && second.start < second.end);
	if (!apart) return null;
	return [
		...before.slice(0, first.start),
		...first.lines,
		...before.slice(first.end, second.start),
		...second.lines,
		...before.slice(second.end),
	].join("");
}

/** Both texts, ours first, a rule between them. */
export function bothTexts(theirs: string, mine: string): string {
	return `${mine.replace(/\s+$/, "")}\n\n---\n\n${theirs}`;
}
