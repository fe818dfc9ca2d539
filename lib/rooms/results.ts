import { standings } from "./bracket";
import type { Room } from "./room";
import { type Result, ranked } from "./score";

/** What the votes come to as they stand, best first; in the lobby there are none. */
export function results(room: Pick<Room, "state" | "mode" | "movies" | "votes" | "rounds">): Result[] {
	if (room.state === "lobby") return [];
	if (room.mode === "classic") return ranked(room.movies, room.votes);
	// How a pair stands is nobody's business until it is decided.
	const told =
		room.state === "voting"
			? room.rounds.map((round) => round.map((pair) => (pair.winner === null ? { ...pair, votes: {} } : pair)))
			: room.rounds;
	return standings(room.movies, told);
}

/** How many voted on each movie. */
export function turnout({ votes }: Pick<Room, "votes">): Record<string, number> {
	const count: Record<string, number> = {};
	for (const given of Object.values(votes)) for (const id of Object.keys(given)) count[id] = (count[id] ?? 0) + 1;
	return count;
}

/** Whether this person has a vote in the room. */
export function hasVoted({ votes, rounds }: Pick<Room, "votes" | "rounds">, id: string): boolean {
	return id in votes || rounds.some((round) => round.some((pair) => id in pair.votes));
}

/** Whether this person voted on everything that is put to the vote now. */
export function isDone(
	{ state, mode, movies, votes, rounds }: Pick<Room, "state" | "mode" | "movies" | "votes" | "rounds">,
	id: string,
): boolean {
	if (state !== "voting") return false;
	if (mode === "tournament") return (rounds.at(-1) ?? []).every((pair) => pair.winner !== null || id in pair.votes);
	const mine = votes[id] ?? {};
	return movies.every((movie) => movie.id in mine);
}
