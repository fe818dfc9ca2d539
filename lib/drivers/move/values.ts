import { createHash } from "node:crypto";
import type { Column } from "./tables";

/**
 * A value as both engines have it: times as milliseconds since 1970, JSON as text with its names in order, so that equal values are
 * equal here whatever the engine made of them.
 */
export type Value = string | number | boolean | null;
/** Values in the order of the table's columns. */
export type Row = Value[];

/** What an engine's driver gave for a column. Throws for what the column cannot hold. */
export function toValue({ name, type }: Column, stored: unknown): Value {
	if (stored === null || stored === undefined) return null;
	switch (type) {
		case "String":
			return String(stored);
		case "Int":
			return Number(stored);
		case "Boolean":
			return stored === true || stored === 1;
		case "DateTime":
			return momentOf(name, stored);
		case "Json":
			return canonicalJson(JSON.parse(String(stored)));
	}
}

/** JSON with the names of each object in order. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? // Without a prototype: a name `__proto__` is one like any other.
				Object.assign(Object.create(null), Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))))
			: part,
	);
}

/** `YYYY-MM-DD hh:mm:ss.mmm`, with `T` and a zone or without, or milliseconds: what SQLite and PostgreSQL store as a time. */
const written = /^(\d{4,6})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|\+00(?::?00)?)?$/;

function momentOf(column: string, stored: unknown): number {
	if (typeof stored === "number" || typeof stored === "bigint") return Number(stored);
	const match = written.exec(String(stored));
	if (!match) throw new Error(`${column} has a time that cannot be read: ${String(stored)}`);
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
	const milliseconds = Number((match[7] ?? "").padEnd(3, "0"));
	// `Date.UTC` takes the years up to 99 for those of the last century.
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.setUTCHours(hour, minute, second, milliseconds);
}

/** `YYYY-MM-DDThh:mm:ss.mmm` in UTC, without a zone; years beyond 9999 with as many digits as they have. Throws before the year 1. */
export function writtenMoment(moment: number): string {
	const date = new Date(moment);
	if (date.getUTCFullYear() < 1) throw new Error("a time before the year 1");
	return date.toISOString().replace(/^\+0*/, "").slice(0, -1);
}

/** The row's own digest: of its canonical values, in 32 bytes. */
export const digestOf = (row: Row): Buffer => createHash("sha256").update(JSON.stringify(row)).digest();
