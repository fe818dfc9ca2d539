import type { BoardElement } from "../element";
import { webLink } from "../scene";
import { drawEmbedded, drawFrame } from "./draw-frame";
import { drawFreehand } from "./draw-freehand";
import { drawLine } from "./draw-line";
import { tag } from "./draw-markup";
import { around, type Box, grown, turned } from "./draw-path";
import { drawPicture } from "./draw-picture";
import { extentOf, pointsOf } from "./draw-points";
import { type Drawn, nothingDrawn } from "./draw-rough";
import { drawDiamond, drawEllipse, drawRectangle } from "./draw-shape";
import { drawText } from "./draw-text";

/** What the drawing of one element asks of the whole. */
export type Tools = {
	/** What the hollow heads of arrows are filled with. */
	background: string;
	/** The address of a picture, or null. */
	pictureOf(fileId: string): string | null;
	/** Every n-th point of strokes and lines is drawn. */
	step: number;
	nextId(): string;
};

/** An element with what is written on it, and the box that both take. */
export function drawElement(element: BoardElement, label: BoardElement | undefined, tools: Tools): Drawn {
	const body = placed(element, drawOne(element, tools));
	if (!label) return body;
	const written = labelOf(element, label);
	const box = around([body.box, written.box]);
	if (element.type !== "arrow") return { markup: body.markup + written.markup, box };
	const id = tools.nextId();
	return { markup: holeBehind(written.box, box, id) + tag("g", { mask: `url(#${id})` }, body.markup) + written.markup, box };
}

/** One element, not turned. What we do not know is not drawn. */
function drawOne(element: BoardElement, { background, pictureOf, step, nextId }: Tools): Drawn {
	const isThere = element.width !== 0 || element.height !== 0;
	switch (element.type) {
		case "rectangle":
			return isThere ? drawRectangle(element) : nothingDrawn;
		case "ellipse":
			return isThere ? drawEllipse(element) : nothingDrawn;
		case "diamond":
			return isThere ? drawDiamond(element) : nothingDrawn;
		case "line":
		case "arrow":
			return drawLine(element, background, step);
		case "freedraw":
			return drawFreehand(element, step);
		case "text":
			return drawText(element);
		case "image":
			return isThere ? drawPicture(element, element.fileId ? pictureOf(element.fileId) : null, nextId()) : nothingDrawn;
		case "frame":
		case "magicframe":
			return drawFrame(element);
		case "embeddable":
		case "iframe":
			return isThere ? drawEmbedded(element) : nothingDrawn;
		default:
			return nothingDrawn;
	}
}

/** Turned, let through as much as it is opaque, and made a link where it leads to the web. */
function placed(element: BoardElement, { markup, box }: Drawn): Drawn {
	if (markup === "") return nothingDrawn;
	const { middle } = extentOf(element);
	const transform =
		element.angle === 0
			? undefined
			: `rotate(${Math.round((element.angle * 18_000) / Math.PI) / 100} ${middle.map((each) => Math.round(each * 100) / 100).join(" ")})`;
	const opacity = element.opacity >= 100 ? undefined : element.opacity / 100;
	const turnedMarkup = transform || opacity !== undefined ? tag("g", { transform, opacity }, markup) : markup;
	const href = webLink(element.link);
	const linked = href ? tag("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, turnedMarkup) : turnedMarkup;
	return { markup: linked, box: turned(box, element.angle, middle) };
}

/** What is written on an element. On an arrow it stands in the middle of the line. */
function labelOf(container: BoardElement, label: BoardElement): Drawn {
	return placed(label, drawText(label, container.type === "arrow" ? onArrow(container, label) : label));
}

function onArrow(arrow: BoardElement, { x, y, width, height }: BoardElement): { x: number; y: number } {
	const points = pointsOf(arrow);
	const half = points.length / 2;
	const [before, after] = points.length % 2 === 1 ? [points[Math.floor(half)], points[Math.floor(half)]] : [points[half - 1], points[half]];
	// Between two points of a curve the line is not straight: there, what its editor noted is better.
	if (!before || !after || (points.length > 2 && points.length % 2 === 0) || arrow.angle !== 0) return { x, y };
	return { x: arrow.x + (before[0] + after[0]) / 2 - width / 2, y: arrow.y + (before[1] + after[1]) / 2 - height / 2 };
}

/** Where the line is not seen, because its label stands there. */
function holeBehind(label: Box, all: Box, id: string): string {
	const area = (each: Box) => ({ x: each.left, y: each.top, width: each.right - each.left, height: each.bottom - each.top });
	const whole = area(grown(all));
	return tag(
		"mask",
		{ id, maskUnits: "userSpaceOnUse", ...whole },
		tag("rect", { ...whole, fill: "#fff" }) + tag("rect", { ...area(label), fill: "#000" }),
	);
}
