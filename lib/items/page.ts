import { z } from "zod";
import { badField } from "@/lib/refused";

/** Where a row stands in an order: a number counts down, a text up; equals newest first. */
export type Place = [key: number | string, id: number];

const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const place = z.tuple([z.union([z.number(), z.string()]), z.number().int()]);

/**
 * One page of `rows` in the order of their places, whose keys are texts or, without `byText`, numbers. `next` holds the place of the last one, not its number among others: what is added
 * or taken out meanwhile moves nothing twice. Throws `bad_input` on `cursor` for what is none of this order.
 */
export function pageOf<Row>(
	rows: readonly Row[],
	placeOf: (row: Row) => Place,
	{ limit, cursor, byText }: { limit: number; cursor?: string; byText: boolean },
): { page: Row[]; next: string | null } {
	const placed = rows.map((row) => ({ row, place: placeOf(row) })).sort((a, b) => order(a.place, b.place));
	const after = cursor === undefined ? null : parseCursor(cursor, byText);
	const left = after ? placed.filter((each) => order(after, each.place) < 0) : placed;
	const page = left.slice(0, limit);
	const last = page.at(-1);
	return {
		page: page.map(({ row }) => row),
		next: last && left.length > limit ? Buffer.from(JSON.stringify(last.place)).toString("base64url") : null,
	};
}

function order([a, idA]: Place, [b, idB]: Place): number {
	const byKey = typeof a === "string" || typeof b === "string" ? compare(String(a), String(b)) : b - a;
	return byKey || idB - idA;
}

function parseCursor(cursor: string, byText: boolean): Place {
	try {
		const read = place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
		if ((typeof read[0] === "string") === byText) return read;
	} catch {}
	throw badField("cursor", "Start again from the first page");
}
