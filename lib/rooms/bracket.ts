import { createHash } from "node:crypto";
import type { Movie } from "./movie";
import type { Pair } from "./room";
import type { Result } from "./score";

type Round = readonly Pair[];

/** The order that lots give: by chance, and the same whoever draws them. */
export function drawn<T>(seed: string, all: readonly T[], nameOf: (one: T) => string): T[] {
	const lot = (one: T) =>
		createHash("sha256")
			.update(`${seed}:${nameOf(one)}`)
			.digest("hex");
	return all
		.map((one) => ({ one, lot: lot(one) }))
		.sort((a, b) => (a.lot < b.lot ? -1 : 1))
		.map(({ one }) => one);
}

/** A round of these movies; the odd one of them has a bye. */
export function paired(ids: readonly string[]): Pair[] {
	const pairs: Pair[] = [];
	for (let at = 0; at < ids.length; at += 2) {
		const [first, second] = [ids[at] ?? "", ids[at + 1] ?? null];
		pairs.push({ first, second, votes: {}, winner: second === null ? first : null });
	}
	return pairs;
}

/** How many votes each of a pair has. */
export function tally({ first, second, votes }: Pair): { first: number; second: number } {
	const all = Object.values(votes);
	return { first: all.filter((id) => id === first).length, second: all.filter((id) => id === second).length };
}

/** The round with a winner in each pair: by votes, a tie by the draw. */
export function decided(round: Round, seed: string): Pair[] {
	return round.map((pair, index) => {
		if (pair.winner !== null || pair.second === null) return pair;
		const { first, second } = tally(pair);
		const [lucky] = drawn(`${seed}:${index}`, [pair.first, pair.second], (id) => id);
		const winner = first === second ? (lucky ?? pair.first) : first > second ? pair.first : pair.second;
		return { ...pair, winner };
	});
}

/** The only one left, or null. */
export function champion(rounds: readonly Round[]): string | null {
	const last = rounds.at(-1);
	return last?.length === 1 ? (last[0]?.winner ?? null) : null;
}

/**
 * Best first: the champion, then who came further, then who had more of the votes that were given where it stood. `compatibility` is that share, in percent; `count` are the votes
 * for it.
 */
export function standings(movies: readonly Movie[], rounds: readonly Round[]): Result[] {
	const winner = champion(rounds);
	const rows = movies.map((movie) => {
		const pairs = rounds.flatMap((round) => round.filter(({ first, second }) => first === movie.id || second === movie.id));
		const count = pairs.reduce((sum, { votes }) => sum + Object.values(votes).filter((id) => id === movie.id).length, 0);
		const given = pairs.reduce((sum, { votes }) => sum + Object.keys(votes).length, 0);
		const wins = pairs.filter((pair) => pair.winner === movie.id).length;
		const result: Result = { movie, compatibility: given === 0 ? 0 : Math.round((100 * count) / given), count, vetoes: 0 };
		return { result, reached: pairs.length + wins + (movie.id === winner ? 1 : 0) };
	});
	return rows
		.sort((a, b) => b.reached - a.reached || b.result.compatibility - a.result.compatibility || b.result.count - a.result.count)
		.map(({ result }) => result);
}
