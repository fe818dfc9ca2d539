import { z } from "zod";
import { plainJson, reachesPrototype, storable } from "./plain-json";

/** Excalidraw itself gives up on what lies further out. */
const furthest = 1_000_000;
const mostPoints = 20_000;
const longestText = 20_000;
/** Fields that we have no name for: those of a later version, what a plug-in noted. */
const mostOthers = 40;

const range = (min: number, max: number) => z.number("Must be a number").min(min, `At least ${min}`).max(max, `At most ${max}`);
/** Excalidraw has `null` where a number went missing: that is as absent. */
const numeric = (min: number, max: number, otherwise: number) =>
	range(min, max)
		.nullish()
		.transform((given) => given ?? otherwise);
const text = (max: number) => z.string("Must be text").max(max, `At most ${max} characters`).transform(storable);
const name = text(100);
const coordinate = numeric(-furthest, furthest, 0);
/** Colours are kept as typed; only those that are safe are drawn. */
const colour = (otherwise: string) =>
	text(100)
		.nullish()
		.transform((given) => given || otherwise);
const flag = z
	.boolean("Must be true or false")
	.nullish()
	.transform((given) => given ?? false);
const counter = numeric(0, Number.MAX_SAFE_INTEGER, 0);
const isNumber = (value: unknown, furthest: number): value is number => typeof value === "number" && Math.abs(value) <= furthest;

/** A point; some tools write a third number, the pressure. Null when it is none. */
function pointOf(value: unknown): [number, number] | null {
	if (!Array.isArray(value) || value.length < 2 || value.length > 3) return null;
	const [x, y]: unknown[] = value;
	return isNumber(x, furthest) && isNumber(y, furthest) ? [x, y] : null;
}

/** A list that is read by a loop: boards have a hundred thousand points, and a schema for each would take a second. */
function many<Each>(read: (value: unknown) => Each | null, wrong: string) {
	return z
		.array(z.any(), "Must be a list")
		.max(mostPoints, `At most ${mostPoints} points`)
		.transform((all: unknown[], context): Each[] => {
			const parsed: Each[] = [];
			for (const [at, value] of all.entries()) {
				const each = read(value);
				if (each === null) {
					context.addIssue({ code: "custom", message: wrong, path: [at] });
					return z.NEVER;
				}
				parsed.push(each);
			}
			return parsed;
		});
}

const wrongPoint = `Must be a point [x, y], each between -${furthest} and ${furthest}`;
const point = z.any().transform((value: unknown, context) => {
	const parsed = pointOf(value);
	if (!parsed) context.addIssue({ code: "custom", message: wrongPoint });
	return parsed ?? z.NEVER;
});
const points = many(pointOf, wrongPoint);
const pressures = many((value) => (isNumber(value, 1_000) ? Math.abs(value) : null), "Must be a number");
const binding = z
	.looseObject({ elementId: name, focus: coordinate, gap: coordinate })
	.transform((bound) => Object(plainJson(bound)) as { elementId: string; focus: number; gap: number })
	.nullish();
const arrowhead = text(30).nullish();

/** What every element has; of what is missing, the part that Excalidraw itself would put there. */
const common = {
	id: name.pipe(z.string().min(1, "Required")),
	type: z.string("Required").regex(/^[a-z][a-z0-9_-]{0,39}$/i, "Must be the name of a kind of element"),
	x: coordinate,
	y: coordinate,
	width: coordinate,
	height: coordinate,
	/** Radians, clockwise, around the middle. */
	angle: numeric(-1_000, 1_000, 0),
	strokeColor: colour("#1e1e1e"),
	backgroundColor: colour("transparent"),
	fillStyle: text(30)
		.nullish()
		.transform((given) => given || "solid"),
	strokeWidth: numeric(0, 100, 2),
	strokeStyle: text(30)
		.nullish()
		.transform((given) => given || "solid"),
	roughness: numeric(0, 10, 1),
	/** Percent. */
	opacity: numeric(0, 100, 100),
	seed: numeric(0, Number.MAX_SAFE_INTEGER, 1),
	version: counter.transform((given) => Math.max(1, Math.floor(given))),
	versionNonce: counter,
	/** Its place in the order from back to front, as a string that sorts (`order.ts`). */
	index: text(200).nullish(),
	isDeleted: flag,
	groupIds: z.array(name).max(100).nullish(),
	frameId: name.nullish(),
	roundness: z.object({ type: range(0, 10), value: range(0, furthest).optional() }).nullish(),
	boundElements: z
		.array(z.object({ id: name, type: name }))
		.max(5_000)
		.nullish(),
	updated: counter,
	link: text(2_000).nullish(),
	locked: flag,
};

/** What only some types have. */
const special = {
	text: text(longestText).optional(),
	originalText: text(longestText).optional(),
	fontSize: range(0.1, 10_000).optional(),
	fontFamily: range(0, 10_000).optional(),
	textAlign: text(30).optional(),
	verticalAlign: text(30).optional(),
	containerId: name.nullish(),
	lineHeight: range(0.1, 100).optional(),
	autoResize: z.boolean().optional(),
	points: points.optional(),
	startArrowhead: arrowhead,
	endArrowhead: arrowhead,
	startBinding: binding,
	endBinding: binding,
	elbowed: z.boolean().nullish(),
	lastCommittedPoint: point.nullish(),
	pressures: pressures.nullish(),
	simulatePressure: z.boolean().nullish(),
	fileId: name.nullish(),
	status: text(30).optional(),
	scale: z
		.array(range(-1_000, 1_000))
		.length(2)
		.transform(([x = 1, y = 1]): [number, number] => [x, y])
		.optional(),
	crop: z
		.object({
			x: coordinate,
			y: coordinate,
			width: coordinate,
			height: coordinate,
			naturalWidth: coordinate,
			naturalHeight: coordinate,
		})
		.nullish(),
	name: text(300).nullish(),
};

const fields = z.looseObject({ ...common, ...special });
const known = z.object(fields.shape);
export type BoardElement = z.output<typeof known>;

const knownNames = new Set(Object.keys(known.shape));

/** The fields that we know by name, and no others. */
export function knownPart(element: BoardElement): BoardElement {
	return Object.fromEntries(Object.entries(element).filter(([field]) => knownNames.has(field))) as BoardElement;
}

/**
 * One element of a board as Excalidraw has it. The fields that we draw from are parsed, whatever else stands beside them is kept, so that nothing
 * is lost on the way through here.
 */
export const element = fields.transform((parsed): BoardElement => {
	const kept: Record<string, unknown> = {};
	let others = 0;
	for (const [field, value] of Object.entries(parsed)) {
		if (knownNames.has(field)) kept[field] = value;
		else if (field.length <= 100 && !reachesPrototype(field) && ++others <= mostOthers) {
			const plain = plainJson(value);
			if (plain !== undefined) kept[storable(field)] = plain;
		}
	}
	return kept as BoardElement;
});
