import { Refused } from "@/lib/refused";
import { type Board, whiteboard } from "./kind";
import { type BoardFile, mergeScene, roleOf, type Scene, usedFiles } from "./scene";

/** A content as it is to be, and the roles of files that it needs no more. */
type Change = { content: Record<string, unknown>; dropRoles: string[] };
/** Fields as a call gives them. */
type Given = Omit<Partial<Board>, "canvas_data"> & { canvas_data?: Partial<Scene> };

/** A picture is uploaded before the element that shows it is saved, and an erased one can come back: for that long it is kept, in ms. */
const keptUnused = 24 * 60 * 60 * 1000;

const storedIds = (files: Scene["files"]) => Object.values(files).flatMap(({ id, dataURL }) => (dataURL === roleOf(id) ? [id] : []));

/** Refuses what together is more than a board can hold, with the words that a call would be refused with. */
function fitting(content: Record<string, unknown>): Record<string, unknown> {
	const { success, error, data } = whiteboard.content.safeParse(content);
	if (success) return data;
	const { path, message } = error.issues[0] ?? { path: [], message: "It does not fit" };
	throw new Refused("bad_input", { fields: { [path.join(".")]: message } });
}

/** The change that leads from one scene to another, without pictures that nothing has shown for a day. */
function towards(current: Board, given: Given, canvas: Scene | null, now: Date): Change {
	if (!canvas) return { content: fitting({ ...current, ...given }), dropRoles: [] };
	const used = usedFiles(canvas.elements, canvas.files);
	const isNew = ({ created = 0 }: BoardFile) => created > now.getTime() - keptUnused;
	const files = Object.fromEntries(Object.entries(canvas.files).filter(([id, file]) => Object.hasOwn(used, id) || isNew(file)));
	const kept = new Set(storedIds(files));
	return {
		content: fitting({ ...current, ...given, canvas_data: { ...canvas, files } }),
		dropRoles: storedIds(current.canvas_data.files)
			.filter((id) => !kept.has(id))
			.map(roleOf),
	};
}

/** Puts the given fields in the place of those that the board has. Of its pictures those stay that the new scene shows. */
export function replaceBoard(content: unknown, given: Record<string, unknown>, now: Date): Change {
	const current = whiteboard.content.parse(content);
	const { canvas_data: next } = given as Partial<Board>;
	return towards(current, given, next ? { ...next, files: { ...current.canvas_data.files, ...next.files } } : null, now);
}

/**
 * Puts the given elements, by their ids, among those that the board has, and the given fields in the place of others. Throws `bad_input` when together
 * they are too much.
 */
export function mergeBoard(content: unknown, given: Record<string, unknown>, now: Date): Change {
	const current = whiteboard.content.parse(content);
	const { canvas_data: changes } = given as Given;
	return towards(current, given as Given, changes ? mergeScene(current.canvas_data, changes) : null, now);
}

/** Notes a picture that was stored beside the board. Throws `bad_input` when it has as many as it can have. */
export function withPicture(content: unknown, { id, mimeType, created }: Omit<BoardFile, "dataURL">): Record<string, unknown> {
	const { canvas_data: canvas, ...board } = whiteboard.content.parse(content);
	return fitting({
		...board,
		canvas_data: { ...canvas, files: { ...canvas.files, [id]: { id, mimeType, created, dataURL: roleOf(id) } } },
	});
}

/** The picture of that id that is stored beside the board already, or null. */
export function storedPicture(content: unknown, id: string): BoardFile | null {
	const { files } = whiteboard.content.parse(content).canvas_data;
	const file = Object.hasOwn(files, id) ? files[id] : undefined;
	return file?.dataURL === roleOf(id) ? file : null;
}
