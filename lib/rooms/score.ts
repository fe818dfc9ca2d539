import type { Movie } from "./movie";

/** What each score is worth; 1 is a veto and worth nothing. */
const worth: Record<number, number> = { 2: 25, 3: 50, 4: 75, 5: 100 };
/** How hard vetoes weigh. */
const exponent = 3.5;

export type Result = { movie: Movie; compatibility: number; count: number; vetoes: number };

/** How well a film suits those who voted on it, 0 to 100: the mean of what is no veto, less the more vetoes there are. */
export function compatibility(scores: readonly number[]): Omit<Result, "movie"> {
	const liked = scores.flatMap((score) => worth[score] ?? []);
	const count = liked.length;
	const vetoes = scores.length - count;
	if (count === 0) return { compatibility: 0, count, vetoes };
	const mean = liked.reduce((sum, value) => sum + value, 0) / count;
	return { compatibility: Math.round(mean * (count / (count + vetoes)) ** exponent), count, vetoes };
}

/** Best first; of equal ones that with more votes and fewer vetoes, then as on the ballot. `votes` are by participant and movie. */
export function ranked(movies: readonly Movie[], votes: Readonly<Record<string, Readonly<Record<string, number>>>>): Result[] {
	const scores = new Map<string, number[]>(movies.map(({ id }) => [id, []]));
	for (const given of Object.values(votes)) for (const [id, score] of Object.entries(given)) scores.get(id)?.push(score);
	return movies
		.map((movie) => ({ movie, ...compatibility(scores.get(movie.id) ?? []) }))
		.sort((a, b) => b.compatibility - a.compatibility || b.count - a.count || a.vetoes - b.vetoes);
}
