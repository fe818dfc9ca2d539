/** Names through which an object's prototype could be reached. */
export const reachesPrototype = (name: string) => name === "__proto__" || name === "constructor" || name === "prototype";

const deepest = 6;
const mostParts = 1_000;
const longestText = 10_000;

/** Databases keep neither NUL nor half of a surrogate pair; no alphabet has them. */
export function storable(text: string): string {
	const whole = text.toWellFormed();
	return whole.includes("\u0000") ? whole.replaceAll("\u0000", "") : whole;
}

/**
 * A copy of a value that we know nothing of (a field of a later version of Excalidraw, what a plug-in noted), without names that reach a
 * prototype. Undefined when it is no JSON, or too much of it to be kept unseen.
 */
export function plainJson(value: unknown): unknown {
	let parts = 0;
	function copy(part: unknown, depth: number): unknown {
		if (++parts > mostParts || depth > deepest) throw new RangeError("too much");
		if (part === null || typeof part === "boolean" || (typeof part === "number" && Number.isFinite(part))) return part;
		if (typeof part === "string" && part.length <= longestText) return storable(part);
		if (Array.isArray(part)) return part.map((each) => copy(each, depth + 1));
		if (typeof part !== "object") throw new RangeError("no JSON");
		const entries = Object.entries(part).filter(([name]) => !reachesPrototype(name));
		return Object.fromEntries(entries.map(([name, each]) => [storable(name), copy(each, depth + 1)]));
	}
	try {
		return copy(value, 0);
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}
