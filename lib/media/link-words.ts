import type { Oklch } from "@/lib/drawn-cover";
import { legible } from "./legible";
import { artSide, linkPictureSize, markSide, type Page, type Shape } from "./link-drawing";
import { type Typeface, typeface } from "./typeface";
import { balanced, wrap } from "./wrap";

/** `label` is short ("Playlist · 8 songs"), `line` stands under the title and may be empty. */
export type LinkWords = { title: string; line: string; label: string; accent: Oklch };

const { width, height } = linkPictureSize;
const margin = 76;
const gap = 60;
const column = { x: margin + artSide + gap, width: width - 2 * margin - artSide - gap };
/** The largest that the title fits in; what is too long even for the last is cut. */
const titleSizes = [82, 70, 60, 50];
const titleLines = 3;
const leading = 1.1;
const tight = -0.02;
/** The text under the title: its size, and how far its rows are below what stands above them. */
const [rowSize, firstRow, nextRow] = [28, 56, 38];
const nameLetters = { size: 30, spacing: tight };
const nameGap = 13;

// The light theme's tokens.
const ink: Oklch = [0.24, 0.012, 60];
const ink2: Oklch = [0.44, 0.012, 60];
const chip: Oklch = [0.24, 0.012, 60, 0.06];

/** Sets the words beside the cover; without a title that our letters can show the cover stands alone, in the middle, over our name. */
export async function setWords({ title, line, label, accent }: LinkWords): Promise<Page> {
	const [display, more, text] = await Promise.all([typeface("display"), typeface("displayOfMore"), typeface("text")]);
	// The display face has no Greek and no Cyrillic; a title in two faces looks like a mistake.
	const shown = legible(title, more.has);
	const name = (mark: Page["mark"]): Shape => ({
		path: display.set("Passalong", { x: mark.x + markSide + nameGap, y: mark.y + 30, ...nameLetters }),
		colour: ink,
	});
	if (shown === null) {
		const whole = markSide + nameGap + display.measure("Passalong", nameLetters);
		const [left, top] = [(width - artSide) / 2, 64];
		const mark = { x: Math.round((width - whole) / 2), y: top + artSide + 46 };
		return { art: { left, top }, mark, shapes: [name(mark)] };
	}
	const face = [...shown].every(display.has) ? display : more;
	const art = { left: margin, top: (height - artSide) / 2 };
	const mark = { x: column.x, y: art.top + artSide - markSide };
	const shapes: Shape[] = [name(mark)];

	let y = art.top;
	y += addLabel(shapes, text, legible(label, text.has) ?? "", accent, y);
	const under = legible(line, text.has);
	const bottom = mark.y - 26;
	const { lines, size } = fitted(shown, face, bottom - y - (under ? firstRow : 0));
	for (const [index, each] of lines.entries()) {
		y += index === 0 ? size : size * leading;
		shapes.push({ path: face.set(each, { x: column.x - size * 0.04, y, size, spacing: tight }), colour: ink });
	}
	if (under) {
		const measure = (part: string) => text.measure(part, { size: rowSize });
		const rows = y + firstRow + nextRow <= bottom ? 2 : 1;
		for (const [index, each] of wrap(under, measure, { width: column.width, lines: rows }).lines.entries()) {
			y += index === 0 ? firstRow : nextRow;
			shapes.push({ path: text.set(each, { x: column.x, y, size: rowSize }), colour: ink2 });
		}
	}
	return { art, mark, shapes };
}

/** The pill with what it is; answers how much room it takes. */
function addLabel(shapes: Shape[], text: Typeface, label: string, accent: Oklch, y: number): number {
	const [tall, inside, dot] = [44, 20, 14];
	const [before, size] = [inside + dot + 12, 22];
	shapes.push(
		{ path: pill(column.x, y, before + text.measure(label, { size }) + inside, tall), colour: chip },
		{ path: pill(column.x + inside, y + (tall - dot) / 2, dot, dot), colour: accent },
		{ path: text.set(label, { x: column.x + before, y: y + 30, size }), colour: ink2 },
	);
	return tall + 26;
}

function pill(x: number, y: number, long: number, tall: number): string {
	const radius = tall / 2;
	return `M${x + radius},${y}h${(long - tall).toFixed(1)}a${radius},${radius} 0 0 1 0,${tall}h${(tall - long).toFixed(1)}a${radius},${radius} 0 0 1 0,${-tall}Z`;
}

/** The title's lines at the largest size that shows all of it, in so much height, without breaking a word. */
function fitted(title: string, face: Typeface, tall: number): { lines: string[]; size: number } {
	let last: { lines: string[]; size: number } = { lines: [], size: 0 };
	// The same pieces are tried over and over.
	const widths = new Map<string, number>();
	const widthOf = (part: string) => {
		const width = widths.get(part) ?? face.measure(part, { size: 1, spacing: tight });
		widths.set(part, width);
		return width;
	};
	for (const size of titleSizes) {
		const { lines, isCut } = balanced(title, (part) => widthOf(part) * size, { width: column.width, lines: titleLines });
		last = { lines, size };
		const fits = size * (1 + leading * (lines.length - 1)) <= tall;
		if (fits && !isCut && lines.join(" ") === title) break;
	}
	return last;
}
