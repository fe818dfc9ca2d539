// A board's editor and its server as the one that saves knows them.
import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFileData } from "@excalidraw/excalidraw/types";
import type { Answer, Failure } from "@/components/api";
import { createBoardSaver, type Surface } from "@/components/board/create-board-saver";
import { type Board, type BoardWords, wordsOf } from "@/components/board/model";

export type Drawn = ExcalidrawElement & { x: number };
let nonce = 1;
export const box = (id: string, more: Record<string, unknown> = {}) =>
	({
		id,
		type: "rectangle",
		x: 0,
		y: 0,
		width: 10,
		height: 10,
		version: 1,
		versionNonce: nonce++,
		isDeleted: false,
		...more,
	}) as unknown as Drawn;
export const moved = (element: Drawn, x: number): Drawn => ({ ...element, x, version: element.version + 1, versionNonce: nonce++ });
const isNewer = (a: Drawn, b: Drawn) => a.version > b.version || (a.version === b.version && a.versionNonce < b.versionNonce);

export const startOf = (...elements: Drawn[]): Board => ({
	id: "7",
	title: "Plans",
	category: "",
	color_value: "#6366F1",
	background_color: "#ffffff",
	version: 1,
	canvas_data: { elements, appState: {}, files: {} },
});

/** A server as ours is: one version at a time, elements merged by their ids. */
export function serverWith(start: Board) {
	let now = structuredClone(start) as Board & { canvas_data: { elements: Drawn[] } };
	const calls: Record<string, unknown>[] = [];
	const merge = (elements: Drawn[]) => {
		const all = new Map(now.canvas_data.elements.map((each) => [each.id, each]));
		for (const each of elements) {
			const known = all.get(each.id);
			if (!known || !isNewer(known, each)) all.set(each.id, each);
		}
		return [...all.values()];
	};
	return {
		calls,
		now: () => now,
		/** Somebody else saves. */
		change(elements: Drawn[], words: Partial<BoardWords> = {}) {
			now = { ...now, ...words, version: now.version + 1, canvas_data: { ...now.canvas_data, elements: merge(elements) } };
		},
		async patch(body: object): Promise<Answer<{ version: number }>> {
			const { version, canvas_data, ...words } = body as { version: number; canvas_data: { elements: Drawn[] } };
			calls.push(body as Record<string, unknown>);
			if (version !== now.version) return failure(409, { current: structuredClone(now) });
			now = {
				...now,
				...words,
				version: version + 1,
				canvas_data: { ...now.canvas_data, elements: merge(structuredClone(canvas_data.elements)) },
			};
			return { ok: true, status: 200, data: { version: now.version } };
		},
	};
}

export const failure = (status: number, about: object = {}): Failure => ({
	ok: false,
	status,
	code: "",
	message: "No",
	fields: {},
	requiresAuth: false,
	about: about as Record<string, unknown>,
});

/** Somebody's open editor. */
export function editor(start: Board, server: ReturnType<typeof serverWith>) {
	let elements = [...start.canvas_data.elements] as Drawn[];
	let words = wordsOf(start);
	const files: Record<string, BinaryFileData> = {};
	const uploads: string[] = [];
	const told: string[] = [];
	const put = (all: readonly ExcalidrawElement[], wins: (known: Drawn, other: Drawn) => boolean) => {
		const merged = new Map(elements.map((each) => [each.id, each]));
		for (const each of all as Drawn[]) {
			const known = merged.get(each.id);
			if (!known || wins(each, known)) merged.set(each.id, each);
		}
		elements = [...merged.values()];
	};
	const surface: Surface = {
		elements: () => elements,
		files: () => files,
		merge: (theirs) => put(theirs, (other, known) => !isNewer(known, other)),
		put: (all) => put(all, () => true),
		addFiles: (added) => Object.assign(files, Object.fromEntries(added.map((file) => [file.id, file]))),
		setBackground: () => {},
	};
	let upload: (file: BinaryFileData) => Promise<Answer<{ version: number }> | null> = async ({ id }) => {
		uploads.push(id);
		return { ok: true, status: 201, data: { version: server.now().version } };
	};
	const saver = createBoardSaver(start, {
		surface: () => surface,
		words: () => words,
		adopt: (changes) => {
			words = { ...words, ...changes };
		},
		patch: server.patch,
		upload: (file) => upload(file),
		refused: (message) => told.push(message),
	});
	return {
		saver,
		files,
		uploads,
		told,
		words: () => words,
		find: (id: string) => elements.find((each) => each.id === id),
		all: () => elements,
		draw: (...drawn: Drawn[]) => put(drawn, () => true),
		write: (changes: Partial<BoardWords>) => {
			words = { ...words, ...changes };
		},
		failUploads(answer: Failure) {
			upload = async () => answer;
		},
	};
}
