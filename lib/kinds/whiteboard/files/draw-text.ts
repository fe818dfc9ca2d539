import { colour } from "../colour";
import type { BoardElement } from "../element";
import { boardFont } from "./draw-fonts";
import { escaped, tag } from "./draw-markup";
import type { Drawn } from "./draw-rough";

/** Begins with a letter that runs from right to left, whatever marks and digits stand before it. */
const runsLeft = /^[^A-Za-z\u00C0-\u02AF\u0370-\u0590\u0900-\uD7FF]*[\u0591-\u07FF\uFB1D-\uFDFD\uFE70-\uFEFC]/;
/** A letter's usual width in parts of its size, where nobody measured the text. */
const usualWidth = 0.55;

/** What is written, in the lines that its editor broke it into. */
export function linesOf({ text, originalText }: BoardElement): string[] {
	return (text ?? originalText ?? "").replace(/\r\n?/g, "\n").split("\n");
}

/** Text, in lines as they were broken where it was written. `at` is where a label of an arrow goes instead. */
export function drawText(element: BoardElement, at: { x: number; y: number } = element): Drawn {
	const lines = linesOf(element);
	const size = element.fontSize ?? 20;
	const { stack, unitsPerEm, ascender, descender, lineHeight: usual } = boardFont(element.fontFamily);
	const lineHeight = size * (element.lineHeight ?? usual);
	const longest = Math.max(...lines.map((line) => line.length));
	const width = element.width || longest * size * usualWidth;
	const height = element.height || lines.length * lineHeight;
	const baseline = (lineHeight + (size / unitsPerEm) * (ascender + descender)) / 2;
	const isRightToLeft = runsLeft.test(lines.join(" "));
	const align = element.textAlign === "center" || element.textAlign === "right" ? element.textAlign : "left";
	const x = at.x + { left: 0, center: width / 2, right: width }[align];
	// The start of a line that runs left is its right end.
	const anchor = align === "center" ? "middle" : (align === "right") === isRightToLeft ? undefined : "end";
	const inside = lines
		.map((line, row) => (line ? tag("tspan", { x, y: at.y + row * lineHeight + baseline }, escaped(line)) : ""))
		.join("\n");
	const markup = tag(
		"text",
		{
			"xml:space": "preserve",
			fill: colour(element.strokeColor) ?? "none",
			"font-family": stack,
			"font-size": size,
			"text-anchor": anchor,
			direction: isRightToLeft ? "rtl" : undefined,
		},
		inside,
	);
	return { markup: inside ? markup : "", box: { left: at.x, top: at.y, right: at.x + width, bottom: at.y + height } };
}
