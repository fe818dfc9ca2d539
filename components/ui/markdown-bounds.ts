/** How deep a tree may be that becomes elements: whoever walks it does so by recursion. */
export const deepestTree = 100;

const most = {
	length: 200_000,
	/** Quotes and lists that one line opens, and levels in all. */
	markers: 20,
	depth: 60,
	/** Of a table; its rows are counted as work. */
	columns: 100,
	/** About as many milliseconds. */
	work: 1_000,
};

/**
 * Whether a text is read as Markdown. The parser needs quadratic time for texts that nobody writes by hand (thousands of nested quotes, brackets that
 * never close, a table of a thousand columns), or more stack than there is: such a text is shown as it was typed instead.
 */
export function isReadableAsMarkdown(text: string): boolean {
	if (text.length > most.length) return false;
	const found = passages(text);
	return found.every(isShallow) && work(text, found) <= most.work;
}

/** The lines between empty ones, without those of code blocks, which cost little. */
function passages(text: string): string[][] {
	const found: string[][] = [[]];
	let fence: RegExp | null = null;
	let html = false;
	for (const line of text.split(/\r\n?|\n/)) {
		if (fence) {
			if (fence.test(line)) fence = null;
			continue;
		}
		// Only a fence at the margin is one for certain; and none is after HTML, which has its own ideas of where it ends.
		const opening: string | undefined = html ? undefined : /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)?.slice(1).find(Boolean);
		html ||= /^ {0,3}</.test(line);
		if (opening) fence = new RegExp(`^ {0,3}${opening}${opening[0]}*[ \\t]*$`);
		if (opening || line.trim() === "") found.push([]);
		else found.at(-1)?.push(line);
	}
	return found.filter((lines) => lines.length > 0);
}

function isShallow(lines: string[]): boolean {
	return lines.every((line) => {
		const markers = markersOf(line);
		return markers <= most.markers && markers + columnsOfIndent(line) / 2 <= most.depth && count(line, /\|/g) <= most.columns;
	});
}

/** What parsing costs, in milliseconds of the machine that these factors were measured on: each is of the slowest text of its sort. */
function work(text: string, found: string[][]): number {
	const lines = found.flat();
	const markers = lines.map(markersOf);
	const square = (amount: number) => amount * amount;
	return (
		0.005 * text.length +
		0.15 * sum(markers) +
		25e-5 * square(sum(markers.filter((each) => each > 1))) +
		25e-5 * square(lines.filter((line) => /^[\s>]*\[\^/.test(line)).length) +
		25e-5 * square(lines.filter((line) => /^[\s>|:-]*-[\s>|:-]*$/.test(line)).length) +
		10e-5 * square(lines.filter((line) => /^[\s>]*=+\s*$/.test(line)).length) +
		sum(found.map((passage) => workOfPassage(passage, square)))
	);
}

function workOfPassage(lines: string[], square: (amount: number) => number): number {
	const text = lines.join("\n");
	const columns = Math.max(...lines.map((line) => count(line, /\|/g)));
	return (
		12e-5 * square(count(text, /[*_~]+/g)) +
		1e-5 * square(count(text, /[[\]]/g)) +
		5e-5 * count(text, /`+/g) * text.length +
		// A row that is too short gets the cells that it lacks.
		0.15 * columns * lines.length
	);
}

/** How many quotes and list items a line opens or goes on with. */
function markersOf(line: string): number {
	// A line of "* * * *" or "- - - -" is a rule, not a nest of lists.
	if (/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line)) return 0;
	const marker = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
	let markers = 0;
	while (marker.test(line)) markers += 1;
	return markers;
}

function columnsOfIndent(line: string): number {
	const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
	return indent.length + 3 * count(indent, /\t/g);
}

function count(text: string, what: RegExp): number {
	return text.match(what)?.length ?? 0;
}

function sum(amounts: number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
