import type { Drawable, Op, Options } from "roughjs/bin/core";
import { colour } from "../colour";
import type { BoardElement } from "../element";
import type { Point } from "./draw-points";
import { dots, generator } from "./draw-rough";

type Head = {
	element: BoardElement;
	points: readonly Point[];
	/** The line that it stands on, as it was drawn. */
	line: Drawable;
	at: "start" | "end";
	name: string;
	pen: Options;
	background: string;
};

const sizes: Record<string, number> = {
	arrow: 25,
	diamond: 12,
	diamond_outline: 12,
	crowfoot_many: 20,
	crowfoot_one: 20,
	crowfoot_one_or_many: 20,
};
const angles: Record<string, number> = { bar: 90, arrow: 20 };

function rotated([x, y]: Point, [aroundX, aroundY]: Point, degrees: number): Point {
	const angle = (degrees * Math.PI) / 180;
	const [dx, dy] = [x - aroundX, y - aroundY];
	return [aroundX + dx * Math.cos(angle) - dy * Math.sin(angle), aroundY + dx * Math.sin(angle) + dy * Math.cos(angle)];
}

/** The tip of the line and a point a little before it, on the curve: where the head looks. */
function tipOf({ line, at }: Head): { tip: Point; before: Point } | null {
	const ops = line.sets.find(({ type }) => type === "path")?.ops ?? [];
	const index = at === "start" ? 1 : ops.length - 1;
	const [op, previous] = [ops[index], ops[index - 1]];
	if (!op || !previous || op.data.length !== 6) return null;
	const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = op.data;
	const from = endOf(previous);
	// The curve from its end, at t = 0.3.
	const along = (p0: number, p1: number, p2: number, p3: number) => 0.343 * p3 + 0.441 * p2 + 0.189 * p1 + 0.027 * p0;
	return { tip: at === "start" ? from : [x3, y3], before: [along(from[0], x1, x2, x3), along(from[1], y1, y2, y3)] };
}

const endOf = ({ data }: Op): Point => [data.at(-2) ?? 0, data.at(-1) ?? 0];

/** The head of an arrow, as Excalidraw's `getArrowheadPoints` and `getArrowheadShapes` make it. */
export function arrowhead(head: Head): Drawable[] {
	const { element, points, at, name, background } = head;
	const found = tipOf(head);
	if (!found) return [];
	const { tip, before } = found;
	const distance = Math.hypot(tip[0] - before[0], tip[1] - before[1]);
	if (distance === 0) return [];
	const direction: Point = [(tip[0] - before[0]) / distance, (tip[1] - before[1]) / distance];
	const [end, neighbour] = at === "end" ? [points.at(-1), points.at(-2)] : [points[0], points[1]];
	const length = end && neighbour ? Math.hypot(end[0] - neighbour[0], end[1] - neighbour[1]) : 0;
	const isDiamond = name.startsWith("diamond");
	const size = Math.min(sizes[name] ?? 15, length * (isDiamond ? 0.25 : 0.5));
	const foot: Point = [tip[0] - direction[0] * size, tip[1] - direction[1] * size];
	const angle = angles[name] ?? 25;
	const wings = [rotated(foot, tip, -angle), rotated(foot, tip, angle)] as const;
	const stroke = colour(element.strokeColor) ?? "none";
	const { strokeLineDash: _, ...solid } = head.pen;
	const filled = (roughest: number): Options => ({
		...solid,
		fill: name.endsWith("_outline") ? background : stroke,
		fillStyle: "solid",
		stroke,
		roughness: Math.min(roughest, head.pen.roughness ?? 0),
	});
	switch (name) {
		case "dot":
		case "circle":
		case "circle_outline":
			return [generator.circle(tip[0], tip[1], Math.max(1, size + element.strokeWidth - 2), filled(0.5))];
		case "triangle":
		case "triangle_outline":
			return [generator.polygon([tip, ...wings, tip], filled(1))];
		case "diamond":
		case "diamond_outline": {
			const far: Point = [tip[0] - direction[0] * size * 2, tip[1] - direction[1] * size * 2];
			return [generator.polygon([tip, wings[0], far, wings[1], tip], filled(1))];
		}
		case "crowfoot_one":
			return [generator.line(...wings[0], ...wings[1], head.pen)];
		case "crowfoot_many":
		case "crowfoot_one_or_many": {
			const open = lines(foot, [rotated(tip, foot, -angle), rotated(tip, foot, angle)], head);
			return name === "crowfoot_many" ? open : [...open, generator.line(...wings[0], ...wings[1], head.pen)];
		}
		default:
			return lines(tip, wings, head);
	}
}

function lines(to: Point, wings: readonly [Point, Point], { element, pen }: Head): Drawable[] {
	const { strokeLineDash: _, ...solid } = pen;
	const [dot = 0, gap = 0] = dots(element.strokeWidth - 1);
	const options = {
		...solid,
		...(element.strokeStyle === "dotted" ? { strokeLineDash: [dot, gap - 1] } : {}),
		roughness: Math.min(1, pen.roughness ?? 0),
	};
	return wings.map((wing) => generator.line(...wing, ...to, options));
}
