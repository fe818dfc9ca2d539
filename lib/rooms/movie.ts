import { z } from "zod";
import { foldedName, line, tidy } from "@/lib/text";

/** Years that a film can be of, both inclusive. */
export const filmYears = { from: 1870, to: 2100 };
const longestTitle = 120;

const year = z.coerce.number().int().min(filmYears.from).max(filmYears.to);

/** What is told of a film: facts alone. */
export const film = z.object({
	title: line({ min: 1, max: longestTitle }),
	year: year.optional(),
	/** In minutes. */
	runtime: z.coerce.number().int().min(1).max(1_000).optional(),
	genres: z
		.array(line({ min: 1, max: 30 }))
		.max(8)
		.optional(),
	director: line({ max: 120 }).optional(),
});
export type Film = z.output<typeof film>;

/** What tells one film from another: a title in one year, whatever its case, accents and punctuation. */
export const filmKey = ({ title, year }: Pick<Film, "title" | "year">): string => `${foldedName(title)} ${year}`;

/** The same films, each once: the first of those that are one. */
export function unique<One extends Pick<Film, "title" | "year">>(films: readonly One[]): One[] {
	const seen = new Map<string, One>();
	for (const each of films) if (!seen.has(filmKey(each))) seen.set(filmKey(each), each);
	return [...seen.values()];
}

/** A film as somebody writes it down, `Safety Last! (1923)`; a year that is none is left out. Null where there is no title. */
export function filmIn(text: string): Film | null {
	const written = text.trim();
	const year = /\((\d{4})\)$/.exec(written)?.[1];
	const title = tidy(year ? written.slice(0, -6) : written, longestTitle);
	return film.safeParse({ title, year }).data ?? film.safeParse({ title }).data ?? null;
}

/** One of a room's ballot; `id` is told apart within it. */
export const movie = film.extend({ id: line({ min: 1, max: 20 }) });
export type Movie = z.output<typeof movie>;

/** How many a ballot may have. */
export const ballotLimits = { min: 2, max: 50 };

/** What somebody would like to see; years are both inclusive. */
export const preferences = z.object({
	genres: z.array(line({ min: 1, max: 30 })).max(20),
	from: year.optional(),
	to: year.optional(),
});
export type Preferences = z.output<typeof preferences>;
