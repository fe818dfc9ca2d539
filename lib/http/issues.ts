import { z } from "zod";
import type { Refused } from "@/lib/refused";

/** A fault of some input as the third version of zod told it, which family 001 speaks. */
export type Issue = { code: string; path: (string | number)[]; message: string } & Record<string, unknown>;

/** The words for input of the wrong type: what is missing is called so, whatever type it should have. */
export const typeInWords: z.core.ParseContext<z.core.$ZodIssue> = {
	error: (issue) => (issue.code === "invalid_type" && issue.input === undefined ? "Required" : undefined),
};

/** The faults that zod found, in the words of its third version where the type is wrong. */
export function toIssues(issues: readonly z.core.$ZodIssue[], input: unknown): Issue[] {
	return issues.map(({ input: _, ...issue }) => {
		const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
		if (issue.code !== "invalid_type") return { ...issue, path };
		const received = typeOf(path.reduce<unknown>((value, part) => Object(value)[part], input));
		const message = received === "undefined" ? "Required" : `Expected ${issue.expected}, received ${received}`;
		return { ...issue, path, received, message };
	});
}

function typeOf(value: unknown): string {
	if (value === null) return "null";
	if (Array.isArray(value)) return "array";
	return Number.isNaN(value) ? "nan" : typeof value;
}

/** What is wrong with input that was refused with these words: what the schema found, else the fields that were named, else the words. */
export function issuesOf({ fields: { issues, fields } }: Refused, message: string): Issue[] {
	if (Array.isArray(issues)) return issues;
	const named = z.record(z.string(), z.string()).safeParse(fields).data ?? {};
	const custom = (path: string[], message: string) => ({ code: "custom", path, message });
	const all = Object.entries(named).map(([path, words]) => custom(path.split("."), words));
	return all.length > 0 ? all : [custom([], message)];
}

/** Of each field the first thing that is wrong with it. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
	const faults: Record<string, string> = {};
	for (const { path, message } of issues) faults[path.join(".")] ??= message;
	return faults;
}

/** A body with bad fields names them in its text too, for clients that show nothing else. */
export function fieldsInWords({ fields: { fields } }: Refused): string | null {
	if (typeof fields !== "object" || fields === null) return null;
	const named = Object.entries(fields).map(([field, words]) => (field ? `${field}: ${words}` : String(words)));
	return named.slice(0, 3).join("; ") || null;
}
