import { z } from "zod";
import { plainJson, reachesPrototype, storable } from "./plain-json";
import { flag, Misfit, numeric, objectOf, optional, point, points, pressures, type Reader, range, text, texts } from "./read-field";

/** Fields that we have no name for: those of a later version of Excalidraw, what a plug-in noted. */
const mostOthers = 40;

/** Excalidraw itself gives up on what lies further out. */
const coordinate = numeric(-1_000_000, 1_000_000, 0);
const counter = numeric(0, Number.MAX_SAFE_INTEGER, 0);
const name = text(100);
const style = (otherwise: string) => text(100, otherwise);

/** What every element has; of what is missing, the part that Excalidraw itself would put there. */
const common = {
	id: name as Reader<string>,
	type: (value: unknown) => {
		if (typeof value !== "string" || !/^[a-z][a-z0-9_-]{0,39}$/i.test(value)) throw new Misfit("Must be the name of a kind of element");
		return value;
	},
	x: coordinate,
	y: coordinate,
	width: coordinate,
	height: coordinate,
	/** Radians, clockwise, around the middle. */
	angle: numeric(-1_000, 1_000, 0),
	/** Colours are kept as typed; only those that are safe are drawn (`colour.ts`). */
	strokeColor: style("#1e1e1e"),
	backgroundColor: style("transparent"),
	fillStyle: style("solid"),
	strokeWidth: numeric(0, 100, 2),
	strokeStyle: style("solid"),
	roughness: numeric(0, 10, 1),
	/** Percent. */
	opacity: numeric(0, 100, 100),
	seed: numeric(0, Number.MAX_SAFE_INTEGER, 1),
	version: (value: unknown) => Math.max(1, Math.floor(counter(value))),
	versionNonce: counter,
	isDeleted: flag,
	updated: counter,
	locked: flag,
};

/** What an element may lack. */
const further = {
	/** Its place in the order from back to front, as a string that sorts (`order.ts`). */
	index: text(200),
	groupIds: texts(100),
	frameId: name,
	roundness: objectOf({ type: range(0, 10), value: optional(range(0, 1_000_000)) }),
	boundElements: (value: unknown) => listOfBound(value),
	link: text(2_000),
	text: text(20_000),
	originalText: text(20_000),
	fontSize: range(0.1, 10_000),
	fontFamily: range(0, 10_000),
	textAlign: text(30),
	verticalAlign: text(30),
	containerId: name,
	lineHeight: range(0.1, 100),
	autoResize: flag,
	points,
	startArrowhead: text(30),
	endArrowhead: text(30),
	startBinding: binding,
	endBinding: binding,
	elbowed: flag,
	lastCommittedPoint: point,
	pressures,
	simulatePressure: flag,
	fileId: name,
	status: text(30),
	/** -1 is flipped. */
	scale: point,
	crop: objectOf({
		x: coordinate,
		y: coordinate,
		width: coordinate,
		height: coordinate,
		naturalWidth: coordinate,
		naturalHeight: coordinate,
	}),
	name: text(300),
};

const bound = objectOf({ id: name, type: name });
function listOfBound(value: unknown): { id: string; type: string }[] {
	if (!Array.isArray(value) || value.length > 5_000) throw new Misfit("Must be a list of at most 5000");
	return value.map(bound);
}

const bindingPart = objectOf({ elementId: name, focus: coordinate, gap: coordinate });
function binding(value: unknown): { elementId: string; focus: number; gap: number } {
	return { ...Object(plainJson(value)), ...bindingPart(value) };
}

type Read<Fields> = { [Field in keyof Fields]: Fields[Field] extends Reader<infer Value> ? Value : never };
/** One element of a board as Excalidraw has it. */
export type BoardElement = Read<typeof common> & { [Field in keyof typeof further]?: Read<typeof further>[Field] | null };

const required = Object.entries<Reader<unknown>>(common);
const rest: Readonly<Record<string, Reader<unknown>>> = Object.assign(Object.create(null), further);

function readElement(raw: unknown): BoardElement {
	if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Misfit("Must be an element");
	const given = raw as Record<string, unknown>;
	const element: Record<string, unknown> = {};
	let at = "";
	try {
		for (const [field, read] of required) {
			at = field;
			element[field] = read(given[field]);
		}
		if (element.id === "") throw new Misfit("Required");
		let others = 0;
		for (const field in given) {
			const value = given[field];
			if (Object.hasOwn(common, field) || value === undefined || reachesPrototype(field)) continue;
			at = field;
			const read = rest[field];
			if (read) element[field] = value === null ? null : read(value);
			else if (field.length <= 100 && ++others <= mostOthers) {
				const plain = plainJson(value);
				if (plain !== undefined) element[storable(field)] = plain;
			}
		}
	} catch (error) {
		if (error instanceof Misfit) throw new Misfit(error.message, [at, ...error.path]);
		throw error;
	}
	return complete(element as BoardElement);
}

/** What Excalidraw takes for granted in an element of its type, and fails on when it is missing. */
function complete(element: BoardElement): BoardElement {
	const { type, width, height } = element;
	if (type === "line" || type === "arrow" || type === "freedraw") {
		element.points ??= [
			[0, 0],
			[width, height],
		];
	}
	if (type === "freedraw") {
		element.simulatePressure ??= !element.pressures?.length;
		element.pressures ??= [];
	}
	if (type === "text") {
		element.fontSize ??= 20;
		element.fontFamily ??= 5;
		element.lineHeight ??= 1.25;
	}
	return element;
}

/**
 * One element. The fields that we draw from are parsed, whatever else stands beside them is kept, so that nothing is lost on the way through here.
 * Read by hand: a board has two hundred thousand fields, and is read for every visitor.
 */
export const element = z.unknown().transform((raw, context): BoardElement => {
	try {
		return readElement(raw);
	} catch (error) {
		if (!(error instanceof Misfit)) throw error;
		context.addIssue({ code: "custom", message: error.message, path: [...error.path] });
		return z.NEVER;
	}
});

/** The fields that we know by name, and no others. */
export function knownPart(element: BoardElement): BoardElement {
	const known: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(element)) if (Object.hasOwn(common, field) || field in rest) known[field] = value;
	return known as BoardElement;
}
