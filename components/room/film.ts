import { ballotLimits, type Film, filmIn, filmKey } from "@/lib/rooms/movie";

/** The same films in the same order. */
export function sameFilms(some: readonly Film[], others: readonly Film[]): boolean {
	return some.length === others.length && some.every((film, at) => filmKey(film) === filmKey(others[at] ?? { title: "" }));
}

/** A ballot with these films behind those that it has, as far as there is room. */
export function withFilms(ballot: readonly Film[], added: readonly Film[]): Film[] {
	const all = new Map(ballot.map((film) => [filmKey(film), film]));
	for (const film of added) if (!all.has(filmKey(film))) all.set(filmKey(film), film);
	return [...all.values()].slice(0, ballotLimits.max);
}

/** Films as somebody types them, one a line. */
export function typedFilms(text: string): Film[] {
	return text.split("\n").flatMap((line) => filmIn(line) ?? []);
}

/** "1923 · 73 min · Comedy, Romance · Fred C. Newmeyer", as far as it is known. */
export function filmFacts({ year, runtime, genres = [], director }: Film): string {
	return [year, runtime && `${runtime} min`, genres.join(", "), director].filter(Boolean).join(" · ");
}
