import type { FoundFilm, World } from "@/lib/ports";
import { containsWords, tidy } from "@/lib/text";
import { catalogue } from "./catalogue";
import { withoutApostrophes } from "./catalogue/apostrophes";
import { film, type Preferences, unique } from "./movie";

/** `limit`: how many are wanted at most. */
export type FilmSearch = { q: string; limit: number } & Preferences;

/**
 * Films whose title and director have every word of `q`, of any of the genres (none: all), from these years; both inclusive. First those with all
 * words in the title, each part by title. Whoever else knows films is asked for what was typed.
 */
export async function searchFilms({ films }: Pick<World, "films">, { q, limit, ...wanted }: FilmSearch): Promise<FoundFilm[]> {
	const typed = withoutApostrophes(q).trim();
	const isFound = (text: string) => containsWords(withoutApostrophes(text), typed);
	const own = catalogue.filter(({ title, director }) => isFound(`${title} ${director}`));
	const foreign = films && typed !== "" ? await films.search(q.trim(), { from: wanted.from, to: wanted.to }) : [];
	// The catalogue comes first: it knows more of its films.
	return unique([...own, ...foreign.flatMap(fitting)])
		.filter((film) => isWanted(film, wanted))
		.map((film) => ({ film, rank: isFound(film.title) ? 0 : 1 }))
		.sort((a, b) => a.rank - b.rank || byTitle(a.film, b.film))
		.slice(0, limit)
		.map(({ film }) => film);
}

/** A film as a ballot takes it; none where it would not. */
function fitting({ id, ...facts }: FoundFilm): FoundFilm[] {
	const { data } = film.safeParse({ ...facts, title: tidy(facts.title, 120) });
	return data ? [{ ...data, genres: data.genres ?? [], id }] : [];
}

function isWanted({ year, genres }: FoundFilm, { from, to, genres: wanted }: Preferences): boolean {
	if (from !== undefined && !(year !== undefined && year >= from)) return false;
	if (to !== undefined && !(year !== undefined && year <= to)) return false;
	const anyOf = new Set(wanted.map((genre) => genre.toLowerCase()));
	return anyOf.size === 0 || genres.some((genre) => anyOf.has(genre.toLowerCase()));
}

const byTitle = (a: FoundFilm, b: FoundFilm) => a.title.localeCompare(b.title, "en") || (a.year ?? 0) - (b.year ?? 0);
