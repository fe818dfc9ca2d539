import { z } from "zod";
import type { FoundFilm } from "@/lib/ports";
import { genres } from "@/lib/rooms/catalogue/row";

/** A year of a form that was left empty is none. */
const year = z.preprocess(
	(given) => (given === "" ? undefined : given),
	z
		.string()
		.regex(/^\d{4}$/, "A year in four digits")
		.transform(Number)
		.optional(),
);

/** How many films are wanted at most; without it a list that a phone shows. */
const limit = z
	.string()
	.regex(/^\d{1,4}$/, "A number")
	.transform(Number)
	.pipe(z.int().min(1, "1 to 1000").max(1_000, "1 to 1000"))
	.default(100);

export const movieQuery = z.object({ q: z.string().max(200).default(""), from: year, to: year, limit });

/** Searches of one address: a full room types behind one. */
export const searchLimit = { name: "movies", per: "minute", max: 1_200 } as const;

/** The genres that are asked for, each by a `genre` of its own or all in one, between commas. */
export function genresIn(query: URLSearchParams): string[] {
	return query
		.getAll("genre")
		.flatMap((given) => given.split(","))
		.map((genre) => genre.trim())
		.filter((genre) => genre !== "");
}

/** What a search answers: the films, and the genres that there are to ask for. */
export const toMovies = (films: readonly FoundFilm[]) => ({ movies: films.map(toMovie), genres });

/** A film as a search answers it; what stands here can be put on a ballot. */
function toMovie({ id, title, year, runtime, genres, director }: FoundFilm) {
	return { id, title, year, runtime, genres, director };
}
