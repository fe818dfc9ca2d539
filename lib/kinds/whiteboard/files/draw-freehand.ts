import { getStroke } from "perfect-freehand";
import { colour } from "../colour";
import type { BoardElement } from "../element";
import { tag } from "./draw-markup";
import { Path } from "./draw-path";
import { isLoop, type Point, pointsOf, thinned } from "./draw-points";
import { type Drawn, drawable, generator, mostCorners, roughOptions, together } from "./draw-rough";

/** A stroke of the pen: its outline, filled. Where it is a loop with a background, that lies below. `step` leaves out points of endless ones. */
export function drawFreehand(element: BoardElement, step: number): Drawn {
	const { x, y, strokeWidth, pressures, simulatePressure, lastCommittedPoint } = element;
	const points = thinned(pointsOf(element), step);
	const pressed = thinned(pressures ?? [], step);
	const isSimulated = simulatePressure ?? pressed.length === 0;
	const outline = getStroke(isSimulated ? points : points.map(([left, top], at) => [left, top, pressed[at] ?? 0.5]), {
		simulatePressure: isSimulated,
		size: Math.max(0.1, strokeWidth) * 4.25,
		thinning: 0.6,
		smoothing: 0.5,
		streamline: 0.5,
		easing: (t) => Math.sin((t * Math.PI) / 2),
		last: !!lastCommittedPoint,
	});
	const stroke: Drawn = outlined(outline as Point[], x, y, colour(element.strokeColor) ?? "none");
	const { fill, fillStyle, ...pen } = roughOptions(element);
	if (!fill || !isLoop(points)) return stroke;
	const area = thinned(points, Math.ceil(points.length / mostCorners));
	const below = drawable(generator.curve(area, { ...pen, fill, ...(fillStyle ? { fillStyle } : {}), stroke: "none" }), x, y);
	return together([below, stroke]);
}

/** A closed curve through the middles of the outline's points. */
function outlined(points: readonly Point[], x: number, y: number, fill: string): Drawn {
	const path = new Path(x, y);
	const [first] = points;
	if (!first) return { markup: "", box: path.box };
	path.move(...first);
	points.forEach((point, at) => {
		const [nextX, nextY] = points[at + 1] ?? first;
		path.quadratic(...point, (point[0] + nextX) / 2, (point[1] + nextY) / 2);
	});
	path.close();
	return { markup: tag("path", { d: path.data, fill }), box: path.box };
}
