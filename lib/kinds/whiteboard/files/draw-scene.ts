import { setImmediate as breathe } from "node:timers/promises";
import { colour, isVisible } from "../colour";
import type { BoardElement } from "../element";
import type { BoardFile } from "../scene";
import { drawElement } from "./draw-element";
import { boardFont, facesFor, fontRules } from "./draw-fonts";
import { frameClip } from "./draw-frame";
import { tag } from "./draw-markup";
import { around, type Box, grown } from "./draw-path";
import { countedPictures } from "./draw-picture";
import { extentOf } from "./draw-points";
import { linesOf } from "./draw-text";

type Drawable = { elements: readonly BoardElement[]; files: Readonly<Record<string, BoardFile>> };
type Drawing = {
	title: string;
	background: string;
	/** Where a picture is to be had, or null. */
	hrefOf(file: BoardFile): string | null;
	/** Where a typeface's file is to be had, or its bytes as a data URL. */
	fontUrl(file: string): string;
	/** Whether the background is part of the picture, or already lies below it. */
	backdrop: boolean;
	/** Before ids, where several drawings stand in one page. */
	prefix?: string;
};
export type DrawnScene = { svg: string; width: number; height: number; isEmpty: boolean };

/** One page with nothing on it. */
const emptyBox: Box = { left: 0, top: 0, right: 640, bottom: 400 };
/** More than these is drawn with less detail: points of all strokes and lines, lines of all hatchings. */
const detail = { points: 60_000, hatches: 40_000 };
/** Characters of a drawing without its pictures, after which the rest is drawn plainly, and after which nothing more is drawn: no browser would show it. */
const enough = { plain: 6_000_000, all: 16_000_000 };
/** Different characters of one typeface whose files are looked for: more are written all the same, with the files that are there. */
const mostCharacters = 5_000;
/** After so many milliseconds others get their turn. */
const stretch = 20;

function hatchesOf(element: BoardElement): number {
	if (element.fillStyle === "solid" || !isVisible(element.backgroundColor)) return 0;
	const { width, height } = extentOf(element);
	return Math.hypot(width, height) / Math.max(1, element.strokeWidth * 4);
}

/**
 * A board as SVG, from back to front: elements and attributes of ours alone, in which text is text. The same scene is the same drawing every time.
 */
export async function drawScene({ elements, files }: Drawable, drawing: Drawing): Promise<DrawnScene> {
	const shown = elements.filter(({ isDeleted }) => !isDeleted);
	const byId = new Map(shown.map((each) => [each.id, each]));
	const labels = new Map<string, BoardElement>();
	for (const each of shown) {
		const container = each.type === "text" && each.containerId ? byId.get(each.containerId) : undefined;
		if (container && container.type !== "text") labels.set(container.id, each);
	}

	const { prefix = "b" } = drawing;
	const clips = new Map<string, string>();
	let defs = "";
	let ids = 0;
	const nextId = () => `${prefix}${++ids}`;
	for (const frame of shown.filter(isFrame)) {
		const id = nextId();
		clips.set(frame.id, id);
		defs += frameClip(frame, id);
	}

	const points = shown.reduce((sum, each) => sum + (each.points?.length ?? 0), 0);
	const hatches = shown.reduce((sum, each) => sum + hatchesOf(each), 0);
	const isSolid = hatches > detail.hatches;
	const pictures = countedPictures((id) => (Object.hasOwn(files, id) && files[id] ? drawing.hrefOf(files[id]) : null));
	const tools = {
		background: colour(drawing.background) ?? "#fff",
		pictureOf: pictures.pictureOf,
		step: Math.ceil(points / detail.points),
		nextId,
	};

	const boxes: Box[] = [];
	const parts: string[] = [];
	let written = 0;
	let since = performance.now();
	for (const each of shown) {
		if (each.type === "text" && each.containerId && labels.get(each.containerId) === each) continue;
		const size = written - pictures.length();
		if (size > enough.all) break;
		if (performance.now() - since > stretch) {
			await breathe();
			since = performance.now();
		}
		const isPlain = size > enough.plain;
		const element = isPlain || isSolid ? { ...each, fillStyle: "solid", ...(isPlain ? { roughness: 0, strokeStyle: "solid" } : {}) } : each;
		const label = labels.get(each.id);
		const { markup: one, box } = drawElement(element, label, tools);
		if (one === "") continue;
		const clip = each.frameId ? clips.get(each.frameId) : undefined;
		// What a frame cuts off takes no room.
		if (!clip) boxes.push(box);
		parts.push(clip ? tag("g", { "clip-path": `url(#${clip})` }, one) : one);
		written += one.length;
	}

	const box = around(boxes);
	const isEmpty = !Number.isFinite(box.left);
	const { left, top, right, bottom } = isEmpty ? emptyBox : grown(box);
	const [width, height] = [right - left, bottom - top];
	const rules = fontRules(facesFor(charactersOf(shown)), drawing.fontUrl);
	const backdrop = drawing.backdrop ? tag("rect", { x: left, y: top, width, height, fill: tools.background }) : "";
	const svg = tag(
		"svg",
		{
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: [left, top, width, height].map((value) => Math.round(value * 100) / 100).join(" "),
			width,
			height,
			role: "group",
			"aria-label": drawing.title,
			fill: "none",
			"stroke-linecap": "round",
			"stroke-linejoin": "round",
		},
		(rules ? tag("style", {}, rules) : "") + (defs ? tag("defs", {}, defs) : "") + backdrop + (parts.join("") || tag("g", {})),
	);
	return { svg, width, height, isEmpty };
}

const isFrame = ({ type }: BoardElement) => type === "frame" || type === "magicframe";
/** The font files that a board needs, in base64, by their names. */
export async function fontsOf(
	elements: readonly BoardElement[],
	read: (name: string) => Promise<Buffer | null>,
): Promise<Map<string, string>> {
	const needed = facesFor(charactersOf(elements));
	return new Map(
		await Promise.all(needed.map(async ({ file }) => [file, ((await read(file)) ?? Buffer.of()).toString("base64")] as const)),
	);
}

/** Which characters stand on the board in which typeface, by its folder. */
function charactersOf(elements: readonly BoardElement[]): Map<string, Set<number>> {
	const found = new Map<string, Set<number>>();
	for (const each of elements) {
		if (each.type !== "text") continue;
		const { folder } = boardFont(each.fontFamily);
		if (!folder) continue;
		const codes = found.get(folder) ?? new Set<number>();
		found.set(folder, codes);
		for (const line of linesOf(each)) {
			for (const letter of line) {
				if (codes.size >= mostCharacters) break;
				codes.add(letter.codePointAt(0) ?? 0);
			}
		}
	}
	return found;
}
