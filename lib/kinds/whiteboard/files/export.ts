import { defineExporters, type Source, type Written } from "../../format";
import { type BoardFile, inlinePicture, type PublishedScene, shownScene } from "../scene";
import { drawScene, fontsOf } from "./draw-scene";
import { fontFile } from "./font-file";

type Board = { canvas_data: PublishedScene; background_color: string };

/** Bytes of pictures that one file is made of; more are left out of it. */
const mostPictures = 60 * 1024 * 1024;

/** The pictures as data URLs, by their ids; one that is not there any more is missing. */
async function picturesOf(files: Record<string, BoardFile>, file: Source["file"]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	let size = 0;
	for (const { id, mimeType, dataURL } of Object.values(files)) {
		if (inlinePicture(dataURL)) {
			found.set(id, dataURL);
			continue;
		}
		const bytes = size < mostPictures ? await file(dataURL) : null;
		if (!bytes) continue;
		size += bytes.length;
		found.set(id, `data:${mimeType};base64,${bytes.toString("base64")}`);
	}
	return found;
}

/** The board as Excalidraw opens it, with its pictures in it. */
async function writeExcalidraw({ content, file }: Source<Board>): Promise<Written> {
	const { elements, appState, files } = shownScene(content.canvas_data);
	const pictures = await picturesOf(files, file);
	const withBytes = Object.fromEntries(
		Object.entries(files).flatMap(([id, each]) => {
			const dataURL = pictures.get(id);
			return dataURL ? [[id, { ...each, dataURL }]] : [];
		}),
	);
	const whole = {
		type: "excalidraw",
		version: 2,
		source: "passalong",
		elements,
		appState: { ...appState, viewBackgroundColor: content.background_color },
		files: withBytes,
	};
	return { body: JSON.stringify(whole), type: "application/vnd.excalidraw+json", ending: ".excalidraw" };
}

/** The board as a picture that needs nothing else: its typefaces and pictures are in it. */
async function writeSvg({ title, content, file }: Source<Board>): Promise<Written> {
	const { elements, files } = shownScene(content.canvas_data);
	const [pictures, fonts] = await Promise.all([picturesOf(files, file), fontsOf(elements, fontFile)]);
	const { svg } = await drawScene(
		{ elements, files },
		{
			title,
			background: content.background_color,
			backdrop: true,
			hrefOf: ({ id }) => pictures.get(id) ?? null,
			fontUrl: (name) => `data:font/woff2;base64,${fonts.get(name) ?? ""}`,
		},
	);
	return { body: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, type: "image/svg+xml", ending: ".svg" };
}

export const exporters = defineExporters<Board>({ excalidraw: writeExcalidraw, svg: writeSvg });
