import { z } from "zod";
import { type BoardElement, element, knownPart } from "./element";
import { byOrderKey, withOrderKeys, withOwnIds } from "./order";
import { reachesPrototype, storable } from "./plain-json";

/** Elements on one board. */
export const mostElements = 5_000;
/** Points of all lines and strokes of one board: each is drawn on the server for every visitor. */
const mostPoints = 200_000;
const mostText = 500_000;
const mostFiles = 500;
/** Characters of pictures that stand in the scene itself; larger ones are uploaded. */
const mostInline = 2_000_000;
/** What was erased is remembered for the browsers that still show it; this much of it. */
const mostErased = 1_000;

const pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How the base64 of each format begins. */
const marks: Record<PictureType, RegExp> = {
	"image/png": /^iVBORw0KGgo/,
	"image/jpeg": /^\/9j\//,
	"image/gif": /^R0lGOD/,
	"image/webp": /^UklGR/,
};
const inline = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/]*={0,2})$/;
const ownPath = /^\/api\/files\/(?:items\/\d{1,15}|share\/[\w-]{1,64}\/items\/\d{1,15})\/files\/(board-[\w-]{1,64})$/;

/** A data URL as its type and bytes in base64, or null when it is no picture that we take. */
export function inlinePicture(url: string): { type: PictureType; base64: string } | null {
	const [, mime, base64 = ""] = inline.exec(url) ?? [];
	const type = pictureTypes.find((known) => known === mime);
	return type && marks[type].test(base64) ? { type, base64 } : null;
}

export const fileId = z.string().refine((id) => /^[\w-]{1,64}$/.test(id) && !reachesPrototype(id), "Letters, digits, - and _ alone");
/** The role of a picture's file beside its board. */
export const roleOf = (id: string) => `board-${id}`;

/** Where a picture is: its own bytes, or the role of a file of this board; what comes in as one of our addresses is kept as its role. */
const source = z.string("Must be text").transform((url, context) => {
	if (inlinePicture(url)) return url;
	const role = ownPath.exec(url)?.[1] ?? (/^board-[\w-]{1,64}$/.test(url) ? url : undefined);
	if (role) return role;
	context.addIssue({
		code: "custom",
		message: "Must be a PNG, JPEG, GIF or WebP picture as a data URL, or one that was uploaded to this board",
	});
	return z.NEVER;
});
const file = z.object({
	id: fileId,
	mimeType: z.enum(pictureTypes, "Must be image/png, image/jpeg, image/gif or image/webp"),
	/** Milliseconds since 1970. */
	created: z.number().nonnegative().optional(),
	dataURL: source,
});
export type BoardFile = z.output<typeof file>;

const appState = z.object({
	viewBackgroundColor: z.string().max(100).transform(storable).optional(),
	gridSize: z.number().min(1).max(1_000).nullish(),
	gridStep: z.number().min(1).max(1_000).nullish(),
	gridModeEnabled: z.boolean().optional(),
});

const files = z
	.record(fileId, file)
	.refine((all) => Object.keys(all).length <= mostFiles, `At most ${mostFiles} pictures`)
	.refine(
		(all) => Object.entries(all).every(([id, each]) => each.id === id && (inlinePicture(each.dataURL) || each.dataURL === roleOf(id))),
		"Each picture stands under its own id",
	)
	.refine(
		(all) => Object.values(all).reduce((sum, { dataURL }) => sum + dataURL.length, 0) <= mostInline,
		"Too large for pictures inside the scene: upload them to the board",
	);

function refuseTooMuch(elements: readonly BoardElement[], context: z.core.$RefinementCtx): void {
	const refuse = (message: string) => context.addIssue({ code: "custom", message });
	if (elements.filter(({ isDeleted }) => !isDeleted).length > mostElements) refuse(`At most ${mostElements} elements on a board`);
	let [points, text] = [0, 0];
	for (const each of elements) {
		points += each.points?.length ?? 0;
		text += (each.text?.length ?? 0) + (each.originalText?.length ?? 0);
	}
	if (points > mostPoints) refuse(`At most ${mostPoints} points in all lines of a board`);
	if (text > mostText) refuse(`At most ${mostText} characters of text on a board`);
}

/** Drops the oldest of what was erased. */
function withoutOldErased(elements: BoardElement[]): BoardElement[] {
	const erased = elements.filter(({ isDeleted }) => isDeleted);
	if (erased.length <= mostErased) return elements;
	const kept = new Set(erased.toSorted((a, b) => b.updated - a.updated).slice(0, mostErased));
	return elements.filter((each) => !each.isDeleted || kept.has(each));
}

const elements = z
	.array(element, "Must be a list of elements")
	.max(mostElements + 5 * mostErased, `At most ${mostElements} elements on a board`)
	.superRefine(refuseTooMuch)
	.transform((all) => all.filter(({ type }) => type !== "selection"));

/** What is drawn on a board, in Excalidraw's form (https://docs.excalidraw.com/docs/codebase/json-schema). */
export const scene = z.object({
	elements: elements.transform((all) => withOrderKeys(withOwnIds(withoutOldErased(all)))).default([]),
	appState: appState.default({}),
	files: files.default({}),
});
/** Parts of a scene that are put into another one. */
export const sceneChanges = z.object({ elements: elements.default([]), appState: appState.default({}), files: files.default({}) });
export type Scene = z.output<typeof scene>;

/** The same for those who look at it: what we know by name, and links that lead to the web. */
export const publishedScene = z.object({
	// Parsed already, as part of what is stored: a second look at each field would double the time that a page takes.
	elements: z.array(z.custom<BoardElement>()).transform((all) => all.map((each) => ({ ...knownPart(each), link: webLink(each.link) }))),
	appState,
	files,
});
export type PublishedScene = z.output<typeof publishedScene>;

/** Somewhere on the web, or null. */
export function webLink(link: string | null | undefined): string | null {
	return link && /^https?:\/\/[^\s"'<>\\]+$/i.test(link) && URL.canParse(link) ? link : null;
}

/** What of a scene is to be seen: nothing that was erased, and no picture that only stood on that. */
export function shownScene({ elements: all, appState, files }: Scene): Scene {
	const shown = all.filter(({ isDeleted }) => !isDeleted);
	return { elements: shown, appState, files: usedFiles(shown, files) };
}

/** The pictures that these elements show. */
export function usedFiles(all: readonly BoardElement[], files: Scene["files"]): Scene["files"] {
	const used = new Set(all.map(({ fileId }) => fileId));
	return Object.fromEntries(Object.entries(files).filter(([id]) => used.has(id)));
}

/** Excalidraw's own rule for one element that was changed in two places: the higher version, then the lower nonce. */
function isNewer(a: BoardElement, b: BoardElement): boolean {
	return a.version > b.version || (a.version === b.version && a.versionNonce < b.versionNonce);
}

/**
 * A scene with these elements put in by their ids, of each the newer of both; what is not among them stays as it is. `appState` and `files` are
 * added to.
 */
export function mergeScene(current: Scene, changes: Partial<Scene>): Scene {
	const merged = new Map(current.elements.map((each) => [each.id, each]));
	for (const each of changes.elements ?? []) {
		const known = merged.get(each.id);
		if (!known || !isNewer(known, each)) merged.set(each.id, { ...each, index: each.index ?? known?.index });
	}
	return {
		// One without a key is new, and lies on top.
		elements: byOrderKey([...merged.values()]),
		appState: { ...current.appState, ...changes.appState },
		files: { ...current.files, ...changes.files },
	};
}
