import type { Drawable } from "roughjs/bin/core";
import type { BoardElement } from "../element";
import { arrowhead } from "./draw-arrowhead";
import { isLoop, type Point, pointsOf, thinned } from "./draw-points";
import { type Drawn, drawable, generator, nothingDrawn, roughOptions, together } from "./draw-rough";

/** A line or an arrow; `background` is what the hollow heads of arrows are filled with. Every `step`-th point is drawn. */
export function drawLine(element: BoardElement, background: string, step: number): Drawn {
	const points = thinned(pointsOf(element), step);
	if (points.every(([x, y]) => x === points[0]?.[0] && y === points[0]?.[1])) return nothingDrawn;
	const { fill, fillStyle, ...pen } = roughOptions(element, element.elbowed === true);
	const options = fill && isLoop(points) && element.type === "line" ? { ...pen, fill, ...(fillStyle ? { fillStyle } : {}) } : pen;
	const line = strokeOf(element, points, options);
	const drawings = [drawable(line, element.x, element.y)];
	if (element.type === "arrow") {
		const { startArrowhead = null, endArrowhead = "arrow" } = element;
		const pen = roughOptions(element);
		for (const [at, name] of [["start", startArrowhead] as const, ["end", endArrowhead] as const]) {
			if (name)
				drawings.push(
					...arrowhead({ element, points, line, at, name, pen, background }).map((head) => drawable(head, element.x, element.y)),
				);
		}
	}
	return together(drawings);
}

function strokeOf(element: BoardElement, points: Point[], options: ReturnType<typeof roughOptions>): Drawable {
	if (element.elbowed && element.type === "arrow") return generator.path(elbows(points), options);
	if (element.roundness) return generator.curve(points, options);
	return options.fill ? generator.polygon(points, options) : generator.linearPath(points, options);
}

const roundestElbow = 16;

/** A line of right angles, with its corners rounded. */
function elbows(points: Point[]): string {
	const [first = [0, 0], last = [0, 0]] = [points[0], points.at(-1)];
	let path = `M ${first[0]} ${first[1]}`;
	for (let at = 1; at < points.length - 1; at++) {
		const [before, corner, after] = [points[at - 1] ?? first, points[at] ?? first, points[at + 1] ?? last];
		const reach = (other: Point) => Math.hypot(other[0] - corner[0], other[1] - corner[1]);
		const radius = Math.min(roundestElbow, reach(before) / 2, reach(after) / 2);
		const towards = (other: Point): Point => {
			const isLevel = Math.abs(other[0] - corner[0]) > Math.abs(other[1] - corner[1]);
			return isLevel
				? [corner[0] + Math.sign(other[0] - corner[0]) * radius, corner[1]]
				: [corner[0], corner[1] + Math.sign(other[1] - corner[1]) * radius];
		};
		path += ` L ${towards(before).join(" ")} Q ${corner.join(" ")}, ${towards(after).join(" ")}`;
	}
	return `${path} L ${last[0]} ${last[1]}`;
}
