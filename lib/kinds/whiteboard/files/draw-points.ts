import type { BoardElement } from "../element";

export type Point = [number, number];

const hasPoints = ({ type }: BoardElement) => type === "line" || type === "arrow" || type === "freedraw";

/** The points of a line; one that has none goes from corner to corner. */
export function pointsOf({ points, width, height }: BoardElement): Point[] {
	return points?.length
		? points
		: [
				[0, 0],
				[width, height],
			];
}

/** Every n-th point, and the last. */
export function thinned<Each>(points: readonly Each[], step: number): Each[] {
	return step <= 1 ? [...points] : points.filter((_, at) => at % step === 0 || at === points.length - 1);
}

/** Whether a line ends where it began: then it has an inside, which is filled. */
export function isLoop(points: readonly Point[]): boolean {
	const [first, last] = [points[0], points.at(-1)];
	return points.length >= 3 && !!first && !!last && Math.hypot(first[0] - last[0], first[1] - last[1]) <= 8;
}

/** How large an element is, whatever it says of a line's size, and its middle, about which it is turned. */
export function extentOf(element: BoardElement): { width: number; height: number; middle: Point } {
	const { x, y, width, height } = element;
	if (!hasPoints(element)) return { width: Math.abs(width), height: Math.abs(height), middle: [x + width / 2, y + height / 2] };
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [pointX, pointY] of pointsOf(element)) {
		left = Math.min(left, pointX);
		top = Math.min(top, pointY);
		right = Math.max(right, pointX);
		bottom = Math.max(bottom, pointY);
	}
	return { width: right - left, height: bottom - top, middle: [x + (left + right) / 2, y + (top + bottom) / 2] };
}
