import { storable } from "./plain-json";

/** A value that does not fit where it stands; `path` leads there from what was read. */
export class Misfit extends Error {
	constructor(
		message: string,
		readonly path: readonly (string | number)[] = [],
	) {
		super(message);
	}
}

/** Reads a field; throws `Misfit`. */
export type Reader<Value> = (value: unknown) => Value;

/** As far out as an element may lie, and what a board may weigh in points of one line. */
const furthest = 1_000_000;
const mostPoints = 20_000;

export function range(min: number, max: number): Reader<number> {
	return (value) => {
		if (typeof value === "number" && value >= min && value <= max) return value;
		throw new Misfit(`Must be a number between ${min} and ${max}`);
	};
}

/** A number; where it is missing, or went missing (Excalidraw writes `null` for those), the usual one. */
export function numeric(min: number, max: number, otherwise: number): Reader<number> {
	const read = range(min, max);
	return (value) => (value === undefined || value === null ? otherwise : read(value));
}

/** Text, with `otherwise` in the place of none. */
export function text(max: number, otherwise?: string): Reader<string> {
	return (value) => {
		if (otherwise !== undefined && (value === undefined || value === null || value === "")) return otherwise;
		if (typeof value !== "string") throw new Misfit(value === undefined ? "Required" : "Must be text");
		if (value.length > max) throw new Misfit(`At most ${max} characters`);
		return storable(value);
	};
}

export const flag: Reader<boolean> = (value) => {
	if (value === undefined || value === null) return false;
	if (typeof value !== "boolean") throw new Misfit("Must be true or false");
	return value;
};

export function optional<Value>(read: Reader<Value>): Reader<Value | undefined> {
	return (value) => (value === undefined ? undefined : read(value));
}

function list<Value>(read: Reader<Value>, most: number): Reader<Value[]> {
	return (value) => {
		if (!Array.isArray(value)) throw new Misfit("Must be a list");
		if (value.length > most) throw new Misfit(`At most ${most}`);
		return value.map((each, at) => {
			try {
				return read(each);
			} catch (error) {
				throw error instanceof Misfit ? new Misfit(error.message, [at, ...error.path]) : error;
			}
		});
	};
}

export const texts = (most: number): Reader<string[]> => list(text(100), most);

const isNear = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= furthest;

/** A point; some tools write a third number, the pressure. */
export const point: Reader<[number, number]> = (value) => {
	if (Array.isArray(value) && (value.length === 2 || value.length === 3) && isNear(value[0]) && isNear(value[1]))
		return [value[0], value[1]];
	throw new Misfit(`Must be a point [x, y], each between -${furthest} and ${furthest}`);
};
export const points = list(point, mostPoints);
export const pressures = list(range(0, 1_000), mostPoints);

/** An object with these fields and no others. */
export function objectOf<Fields extends Record<string, Reader<unknown>>>(
	fields: Fields,
): Reader<{ [Field in keyof Fields]: ReturnType<Fields[Field]> }> {
	const all = Object.entries(fields);
	return (value) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misfit("Must be an object");
		const read: Record<string, unknown> = {};
		for (const [field, reader] of all) {
			try {
				const parsed = reader((value as Record<string, unknown>)[field]);
				if (parsed !== undefined) read[field] = parsed;
			} catch (error) {
				throw error instanceof Misfit ? new Misfit(error.message, [field, ...error.path]) : error;
			}
		}
		return read as { [Field in keyof Fields]: ReturnType<Fields[Field]> };
	};
}
