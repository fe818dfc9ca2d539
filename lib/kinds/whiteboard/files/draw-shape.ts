import type { BoardElement } from "../element";
import { type Drawn, drawable, generator, roughOptions } from "./draw-rough";

/** Corners of walls: flattening them would take longer than all the rest. */
const roundest = 2_000;

/** The radius of a corner on a side of that length: a quarter of it, or what is fixed for adaptive corners (Excalidraw's `getCornerRadius`). */
export function cornerRadius(side: number, { roundness }: Pick<BoardElement, "roundness">): number {
	const quarter = Math.min(side / 4, roundest);
	if (roundness?.type === 1 || roundness?.type === 2) return quarter;
	return roundness?.type === 3 ? Math.min(quarter, roundness.value ?? 32) : 0;
}

/** A rectangle, and what else is one: the frame of an embedded page. */
export function drawRectangle(element: BoardElement): Drawn {
	const { x, y, width: w, height: h, roundness } = element;
	if (!roundness) return drawable(generator.rectangle(0, 0, w, h, roughOptions(element)), x, y);
	const r = cornerRadius(Math.min(w, h), element);
	const outline = `M ${r} 0 L ${w - r} 0 Q ${w} 0, ${w} ${r} L ${w} ${h - r} Q ${w} ${h}, ${w - r} ${h} L ${r} ${h} Q 0 ${h}, 0 ${h - r} L 0 ${r} Q 0 0, ${r} 0`;
	return drawable(generator.path(outline, roughOptions(element, true)), x, y);
}

export function drawEllipse(element: BoardElement): Drawn {
	const { x, y, width, height } = element;
	return drawable(generator.ellipse(width / 2, height / 2, width, height, { ...roughOptions(element), curveFitting: 1 }), x, y);
}

export function drawDiamond(element: BoardElement): Drawn {
	const { x, y, width, height, roundness } = element;
	const [topX, rightY] = [Math.floor(width / 2) + 1, Math.floor(height / 2) + 1];
	const corners: [number, number][] = [
		[topX, 0],
		[width, rightY],
		[topX, height],
		[0, rightY],
	];
	if (!roundness) return drawable(generator.polygon(corners, roughOptions(element)), x, y);
	const [dx, dy] = [cornerRadius(topX, element), cornerRadius(rightY, element)];
	const outline = [
		`M ${topX + dx} ${dy} L ${width - dx} ${rightY - dy}`,
		`C ${width} ${rightY}, ${width} ${rightY}, ${width - dx} ${rightY + dy}`,
		`L ${topX + dx} ${height - dy}`,
		`C ${topX} ${height}, ${topX} ${height}, ${topX - dx} ${height - dy}`,
		`L ${dx} ${rightY + dy}`,
		`C 0 ${rightY}, 0 ${rightY}, ${dx} ${rightY - dy}`,
		`L ${topX - dx} ${dy}`,
		`C ${topX} 0, ${topX} 0, ${topX + dx} ${dy}`,
	].join(" ");
	return drawable(generator.path(outline, roughOptions(element, true)), x, y);
}
