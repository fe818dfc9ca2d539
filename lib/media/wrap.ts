type Measure = (text: string) => number;
type Bounds = { width: number; lines: number };
type Wrapped = { lines: string[]; isCut: boolean };

/** Breaks text between words, and inside of one that is too long for a line. More than so many lines are cut, with an ellipsis. */
export function wrap(text: string, measure: Measure, { width, lines: most }: Bounds): Wrapped {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line ? `${line} ${word}` : word;
		if (measure(longer) <= width) {
			line = longer;
			continue;
		}
		if (line) lines.push(line);
		line = word;
		while (lines.length <= most && measure(line) > width) {
			const fits = longestStart(line, measure, width);
			lines.push(line.slice(0, fits));
			line = line.slice(fits);
		}
		if (lines.length > most) break;
	}
	if (line) lines.push(line);
	if (lines.length <= most) return { lines, isCut: false };
	const kept = lines.slice(0, most);
	const last = kept.at(-1) ?? "";
	return { lines: [...kept.slice(0, -1), withEllipsis(last, measure, width)], isCut: true };
}

/** The same, with lines about as long as each other: the narrowest that needs no more of them. */
export function balanced(text: string, measure: Measure, bounds: Bounds): Wrapped {
	const widest = wrap(text, measure, bounds);
	if (widest.isCut || widest.lines.length < 2) return widest;
	let [narrow, wide] = [bounds.width / 2, bounds.width];
	let best = widest;
	while (wide - narrow > 8) {
		const width = (narrow + wide) / 2;
		const tried = wrap(text, measure, { width, lines: widest.lines.length });
		const breaksWords = tried.lines.join(" ") !== widest.lines.join(" ");
		if (tried.isCut || breaksWords) narrow = width;
		else [wide, best] = [width, tried];
	}
	return best;
}

/** How many characters of the start fit; at least one, never half a surrogate pair. */
function longestStart(text: string, measure: Measure, width: number): number {
	let fits = "";
	for (const character of text) {
		if (fits && measure(fits + character) > width) break;
		fits += character;
	}
	return fits.length;
}

function withEllipsis(line: string, measure: Measure, width: number): string {
	const characters = [...line];
	while (characters.length > 1 && measure(`${characters.join("").trimEnd()}…`) > width) characters.pop();
	return `${characters.join("").replace(/[\s.,;:–-]+$/, "")}…`;
}
