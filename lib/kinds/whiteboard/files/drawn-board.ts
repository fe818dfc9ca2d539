import { createHash } from "node:crypto";
import type { PublishedScene } from "../scene";
import { type DrawnScene, drawScene } from "./draw-scene";

/** Drawings that were asked for last, and how many characters of them are kept: a link that everybody opens is drawn once. */
const kept = new Map<string, DrawnScene>();
const most = 24_000_000;

type Board = { title: string; canvas_data: PublishedScene; background_color: string };
/** Before the roles of its pictures: where they are for this visitor. */
type Place = { pathOfFiles: string };

/** The board as a drawing for a page of ours: its typefaces and pictures come from here. */
export async function drawnBoard(
	{ title, canvas_data: scene, background_color: background }: Board,
	{ pathOfFiles }: Place,
): Promise<DrawnScene> {
	const key = createHash("sha256")
		.update(JSON.stringify([title, background, pathOfFiles, scene]))
		.digest("base64");
	const known = kept.get(key);
	const drawn =
		known ??
		(await drawScene(scene, {
			title,
			background,
			backdrop: false,
			hrefOf: ({ dataURL }) => (dataURL.startsWith("data:") ? dataURL : `${pathOfFiles}/${dataURL}`),
			fontUrl: (file) => `/excalidraw/fonts/${file}`,
		}));
	kept.delete(key);
	kept.set(key, drawn);
	let size = [...kept.values()].reduce((sum, { svg }) => sum + svg.length, 0);
	for (const [oldest, { svg }] of kept) {
		if (size <= most || oldest === key) break;
		kept.delete(oldest);
		size -= svg.length;
	}
	return drawn;
}
