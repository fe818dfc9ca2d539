import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";

/** Which state of each element is known, by its id. Excalidraw draws a new nonce for every change. */
export type Known = ReadonlyMap<string, string>;

const stateOf = ({ version, versionNonce }: ExcalidrawElement) => `${version}:${versionNonce}`;

export function statesOf(elements: readonly ExcalidrawElement[]): Map<string, string> {
	return new Map(elements.map((each) => [each.id, stateOf(each)]));
}

/** The elements that are not as they are known. */
export function changedSince(known: Known, elements: readonly ExcalidrawElement[]): ExcalidrawElement[] {
	return elements.filter((each) => known.get(each.id) !== stateOf(each));
}

/** As far out as the server takes an element; Excalidraw itself gives up on what lies further. */
const furthest = 1_000_000;
const isNear = (value: unknown) => typeof value === "number" && Math.abs(value) <= furthest;

/** Whether the server can keep it: at times a line runs away to where no number reaches. */
export function canBeSaved(element: ExcalidrawElement): boolean {
	const { x, y, width, height } = element;
	const points = "points" in element ? element.points : [];
	return [x, y, width, height].every(isNear) && points.every(([left, top]) => isNear(left) && isNear(top));
}

const utf8 = new TextEncoder();

/** Elements in portions of which none is larger than a call may be, in bytes of JSON; one that alone is larger stands alone. */
export function portions(elements: readonly ExcalidrawElement[], most: number): ExcalidrawElement[][] {
	const all: ExcalidrawElement[][] = [];
	let room = 0;
	for (const each of elements) {
		const size = utf8.encode(JSON.stringify(each)).length + 1;
		const last = all.at(-1);
		if (last && size <= room) {
			last.push(each);
			room -= size;
		} else {
			all.push([each]);
			room = most - size;
		}
	}
	return all;
}

/** Fields that change without anything to be seen. */
const unseen = new Set(["version", "versionNonce", "updated", "index", "boundElements", "seed", "lastCommittedPoint", "status"]);

const looksOf = (element: ExcalidrawElement) =>
	JSON.stringify(
		Object.entries(element)
			.filter(([field, value]) => !unseen.has(field) && value !== null && value !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);

/** One element that was changed here and elsewhere, each to something else. */
export type Clash = { mine: ExcalidrawElement; theirs: ExcalidrawElement };

/** The elements that both sides changed since they were known, and that look different now. */
export function clashesOf(known: Known, mine: readonly ExcalidrawElement[], theirs: readonly ExcalidrawElement[]): Clash[] {
	const ours = new Map(changedSince(known, mine).map((each) => [each.id, each]));
	return changedSince(known, theirs).flatMap((other) => {
		const own = ours.get(other.id);
		if (!own || stateOf(own) === stateOf(other) || looksOf(own) === looksOf(other)) return [];
		return [{ mine: own, theirs: other }];
	});
}
