import { z } from "zod";
import { api } from "@/components/api";
import { type ShownMovie, shownMovie } from "@/lib/live/events";

/** A film that was found, not typed; `id` is what it is known by: `tmdb:…` is one of The Movie Database. */
export type FoundFilm = ShownMovie;

const answer = z.object({ movies: z.array(shownMovie), genres: z.array(z.string()) });
type Answer = z.output<typeof answer>;

/** What to look for; all of it is optional, and years are both inclusive. */
export type Wanted = { q?: string; genres?: readonly string[]; from?: number | undefined; to?: number | undefined };

async function ask({ q, genres = [], from, to }: Wanted, limit?: number): Promise<Answer | null> {
	const query = new URLSearchParams(genres.map((genre) => ["genre", genre]));
	if (q?.trim()) query.set("q", q.trim());
	if (from) query.set("from", String(from));
	if (to) query.set("to", String(to));
	if (limit) query.set("limit", String(limit));
	const found = await api<unknown>("GET", `/api/movies?${query}`);
	return found.ok ? (answer.safeParse(found.data).data ?? null) : null;
}

/** Films of the catalogue, as many as a list shows; null when it cannot be asked. */
export const findFilms = async (wanted: Wanted): Promise<FoundFilm[] | null> => (await ask(wanted))?.movies ?? null;

/** More than the catalogue has. */
const all = 1_000;

/** All films that there are of it. */
export const findAllFilms = async (wanted: Wanted): Promise<FoundFilm[] | null> => (await ask(wanted, all))?.movies ?? null;

let known: Promise<string[]> | null = null;

/** The genres that there are, by name; asked once a page. Empty when it cannot be asked. */
export function knownGenres(): Promise<string[]> {
	known ??= ask({}, 1).then((found) => {
		if (found === null) known = null;
		return found?.genres ?? [];
	});
	return known;
}
