import rough from "roughjs";
import type { Drawable, Options } from "roughjs/bin/core";
import type { RoughGenerator } from "roughjs/bin/generator";
import { colour, isVisible } from "../colour";
import type { BoardElement } from "../element";
import { tag } from "./draw-markup";
import { around, type Box, nothing, Path } from "./draw-path";
import { extentOf } from "./draw-points";

export const generator: RoughGenerator = rough.generator();

/** Markup and the box that it takes, neither turned yet. */
export type Drawn = { markup: string; box: Box };
export const nothingDrawn: Drawn = { markup: "", box: nothing };

export const dashes = (width: number) => [8, 8 + width];
export const dots = (width: number) => [1.5, 6 + width];

const isLinear = ({ type }: BoardElement) => type === "line" || type === "arrow";

/** Small things drawn roughly are not to be made out (as in Excalidraw's `adjustRoughness`). */
function roughnessOf(element: BoardElement): number {
	const { roughness, width, height, roundness } = element;
	const [least, most] = [Math.min(width, height), Math.max(width, height)];
	const canBeRound = element.type === "rectangle" || element.type === "diamond" || element.type === "line";
	if ((least >= 20 && most >= 50) || (least >= 15 && roundness && canBeRound) || (isLinear(element) && most >= 50)) return roughness;
	return Math.min(roughness / (most < 10 ? 3 : 2), 2.5);
}

/** Hatching of a large area with a thin pen would be tens of thousands of lines; so would be the dots of a long line. */
const mostHatches = 250;
/** So many corners an area may have that is hatched; each line of the hatching looks at all of them. */
export const mostCorners = 300;
const longestDashed = 50_000;

/** The area of a stroke is thinned before it is filled (`draw-freehand.ts`). */
const isHatched = ({ type, fillStyle, points }: BoardElement) =>
	["cross-hatch", "zigzag", "hachure"].includes(fillStyle) && (type === "freedraw" || (points?.length ?? 0) <= mostCorners);

/** What roughjs is told of an element: Excalidraw's `generateRoughOptions`, so that both draw the same from the same seed. */
export function roughOptions(element: BoardElement, keepCorners = false): Options {
	const { strokeWidth, strokeStyle, roughness, seed, fillStyle, backgroundColor } = element;
	const { width, height } = extentOf(element);
	const size = Math.hypot(width, height);
	const isSolid = (strokeStyle !== "dashed" && strokeStyle !== "dotted") || size > longestDashed;
	const isFilled = isVisible(backgroundColor);
	return {
		// Without a seed every drawing would be another one.
		seed: seed % 2 ** 31 || 1,
		...(isSolid ? {} : { strokeLineDash: strokeStyle === "dashed" ? dashes(strokeWidth) : dots(strokeWidth) }),
		disableMultiStroke: !isSolid,
		strokeWidth: isSolid ? strokeWidth : strokeWidth + 0.5,
		fillWeight: strokeWidth / 2,
		hachureGap: Math.max(1, strokeWidth * 4, size / mostHatches),
		roughness: roughnessOf(element),
		stroke: colour(element.strokeColor) ?? "none",
		preserveVertices: keepCorners || roughness < 2,
		// An ellipse has as many steps as its size asks for: that of a whole wall would have a thousand.
		curveStepCount: Math.min(9, 700 / Math.sqrt(Math.max(1, size))),
		...(isFilled
			? {
					fill: colour(backgroundColor) ?? "none",
					fillStyle: isHatched(element) ? fillStyle : "solid",
				}
			: {}),
	};
}

/** What roughjs made, with its (0, 0) at that place of the board. */
export function drawable({ sets, shape, options }: Drawable, x: number, y: number): Drawn {
	const boxes: Box[] = [];
	let markup = "";
	for (const { type, ops } of sets) {
		const path = new Path(x, y).add(ops);
		if (path.data === "") continue;
		boxes.push(path.box);
		if (type === "fillPath") {
			const rule = shape === "curve" || shape === "polygon" ? "evenodd" : undefined;
			markup += tag("path", { d: path.data, fill: options.fill, "fill-rule": rule });
		} else if (type === "fillSketch") {
			markup += tag("path", { d: path.data, stroke: options.fill, "stroke-width": options.fillWeight });
		} else if (options.stroke !== "none" && options.strokeWidth > 0) {
			const dash = options.strokeLineDash?.join(" ");
			markup += tag("path", { d: path.data, stroke: options.stroke, "stroke-width": options.strokeWidth, "stroke-dasharray": dash });
		}
	}
	return { markup, box: around(boxes) };
}

/** Several drawings as one. */
export function together(all: readonly Drawn[]): Drawn {
	return { markup: all.map(({ markup }) => markup).join(""), box: around(all.map(({ box }) => box)) };
}
