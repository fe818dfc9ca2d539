import { isComplex } from "@/lib/json-shape";
import { badField } from "@/lib/refused";
import { element } from "../element";
import { reachesPrototype } from "../plain-json";
import { fileId, inlinePicture, mostElements, type PictureType, roleOf, type Scene, scene } from "../scene";

/** What could not be taken over, and why. */
export type Skipped = { title: string; reason: string };
/** A scene from a file; its pictures come apart, to be looked at and stored each by itself. */
export type ReadScene = { scene: Scene; pictures: { id: string; type: PictureType; bytes: Buffer }[]; skipped: Skipped[] };

/** A board of five thousand elements has half a million values; `JSON.parse` of more takes seconds and hundreds of megabytes. */
const mostParts = 2_000_000;
const deepest = 60;
const mostPictures = 200;
/** So many are told of one by one. */
const mostTold = 50;

/** Reads an Excalidraw file. Elements that cannot be kept are left out and told of. Throws `bad_input` on `file`. */
export function readScene(bytes: Uint8Array): ReadScene {
	const { elements: listed, appState, files } = parse(decode(bytes));
	if (listed.length > 2 * mostElements) throw badField("file", `The board has more than ${mostElements} elements`);
	const skipped: Skipped[] = [];
	const elements = listed.flatMap((raw) => {
		const parsed = element.safeParse(raw);
		if (parsed.success) return parsed.data.isDeleted ? [] : [parsed.data];
		const { path, message } = parsed.error.issues[0] ?? { path: [], message: "It is no element" };
		skipped.push({ title: `Element “${nameOf(raw)}”`, reason: [path.join("."), message].filter(Boolean).join(": ") });
		return [];
	});
	if (elements.length === 0 && skipped.length > 0) throw badField("file", "None of the elements in this file can be read");
	const pictures = picturesOf(files, new Set(elements.map(({ fileId: id }) => id)), skipped);
	const whole = scene.safeParse({
		elements,
		appState,
		files: Object.fromEntries(
			pictures.map(({ id, type, created }) => [
				id,
				{ id, mimeType: type, ...(created === undefined ? {} : { created }), dataURL: roleOf(id) },
			]),
		),
	});
	if (!whole.success) throw badField("file", whole.error.issues[0]?.message ?? "This board cannot be read");
	return { scene: whole.data, pictures: pictures.map(({ id, type, bytes }) => ({ id, type, bytes })), skipped: skipped.slice(0, mostTold) };
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw badField("file", "This is not an Excalidraw file");
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): { elements: unknown[]; appState: unknown; files: Record<string, unknown> } {
	if (text.trim() === "") throw badField("file", "The file is empty");
	if (!text.trimStart().startsWith("{")) throw badField("file", "This is not an Excalidraw file");
	if (isComplex(text, { parts: mostParts, depth: deepest })) throw badField("file", "The file is too complex to be read");
	const whole = parsed(text);
	if (!isRecord(whole) || !Array.isArray(whole.elements)) throw badField("file", "This JSON file is not an Excalidraw scene");
	if (whole.type === "excalidrawlib") throw badField("file", "This is a library of Excalidraw, not a board");
	const appState = isRecord(whole.appState) ? whole.appState : {};
	const { viewBackgroundColor, gridSize, gridStep, gridModeEnabled } = appState;
	return {
		elements: whole.elements,
		appState: {
			...(typeof viewBackgroundColor === "string" && viewBackgroundColor.length <= 100 ? { viewBackgroundColor } : {}),
			...(isSize(gridSize) ? { gridSize } : {}),
			...(isSize(gridStep) ? { gridStep } : {}),
			...(typeof gridModeEnabled === "boolean" ? { gridModeEnabled } : {}),
		},
		files: isRecord(whole.files) ? whole.files : {},
	};
}

const isSize = (value: unknown) => typeof value === "number" && value >= 1 && value <= 1_000;

function parsed(text: string): unknown {
	try {
		const isSuspicious = /__proto__|constructor|prototype|\\u/.test(text);
		return isSuspicious ? JSON.parse(text, (key, value) => (reachesPrototype(key) ? undefined : value)) : JSON.parse(text);
	} catch {
		throw badField("file", "The file is damaged: it is not valid JSON");
	}
}

function nameOf(raw: unknown): string {
	const type = isRecord(raw) ? raw.type : undefined;
	return typeof type === "string" && /^[\w-]{1,40}$/.test(type) ? type : "unknown";
}

type Picture = ReadScene["pictures"][number] & { created: number | undefined };

function picturesOf(files: Record<string, unknown>, used: ReadonlySet<unknown>, skipped: Skipped[]): Picture[] {
	const pictures: Picture[] = [];
	for (const [id, raw] of Object.entries(files)) {
		if (!used.has(id)) continue;
		const url = isRecord(raw) && typeof raw.dataURL === "string" ? raw.dataURL : "";
		const picture = inlinePicture(url);
		if (!fileId.safeParse(id).success || !picture) {
			skipped.push({ title: "Picture", reason: "Only PNG, JPEG, GIF and WebP pictures can be kept" });
			continue;
		}
		if (pictures.length >= mostPictures) throw badField("file", `The board has more than ${mostPictures} pictures`);
		const created = isRecord(raw) && typeof raw.created === "number" && raw.created >= 0 ? raw.created : undefined;
		pictures.push({ id, type: picture.type, bytes: Buffer.from(picture.base64, "base64"), created });
	}
	return pictures;
}
