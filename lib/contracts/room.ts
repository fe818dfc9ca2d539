import { z } from "zod";
import type { SessionData, Result as ShownResult } from "@/lib/live/events";
import { personName } from "@/lib/live/events";
import { champion, tally } from "@/lib/rooms/bracket";
import { ballotLimits, film, preferences } from "@/lib/rooms/movie";
import { merged } from "@/lib/rooms/prefer";
import { hasVoted, isDone, results, turnout } from "@/lib/rooms/results";
import { isConnected, isPresent, modes, type Pair, type Room } from "@/lib/rooms/room";

/** A room's code, as text or number; what is neither, or absent, is empty. */
const sessionID = z
	.unknown()
	.default("")
	.transform((given) => (typeof given === "string" || typeof given === "number" ? String(given) : ""));
const token = z.string().max(200);
const hostToken = token.default("");
const participantToken = token.default("");
/** A number, or digits as text. */
const index = z
	.union([
		z.number(),
		z
			.string()
			.regex(/^\d{1,3}$/)
			.transform(Number),
	])
	.pipe(z.int().min(0).max(100));
const movieId = z.string().max(20);

export const createBody = z.object({
	hostName: z.preprocess((given) => (given === "" ? undefined : given), personName.optional()),
	mode: z.enum(modes).default("classic"),
});
export const joinBody = z.object({ sessionID });
export const ballotBody = z
	.object({
		sessionID,
		hostToken,
		movies: z.array(film).max(ballotLimits.max, `At most ${ballotLimits.max} movies`).optional(),
		listId: z.union([z.string(), z.number()]).transform(String).optional(),
	})
	.refine(({ movies, listId }) => (movies === undefined) !== (listId === undefined), {
		path: ["movies"],
		message: "Either movies or listId",
	});
export const preferencesBody = preferences.extend({ sessionID, participantToken });
export const startBody = z.object({ sessionID, hostToken, mode: z.enum(modes).optional() });
/** A number, or a digit as text. */
const score = z.union([z.number(), z.string().regex(/^\d$/).transform(Number)]).pipe(z.int().min(1, "1 to 5").max(5, "1 to 5"));
export const scoreBody = z.object({ sessionID, participantToken, movieId, score });
export const takeBackBody = z.object({ sessionID, participantToken, movieId });
export const pairVoteBody = z.object({ sessionID, participantToken, roundIndex: index, pairIndex: index, winnerId: movieId });
export const takePairBackBody = pairVoteBody.omit({ winnerId: true });
export const byHostBody = z.object({ sessionID, hostToken });
export const closeRoundBody = byHostBody.extend({ roundIndex: index });
export const handOverBody = byHostBody.extend({ participantId: z.string().max(20) });
export const saveBody = z.object({ sessionID, hostToken: token.optional(), participantToken: token.optional() });

/** Requests of one address that make a room, and those of a room that is full of people behind one address. */
export const createLimit = { name: "room.create", per: "hour", max: 60 } as const;
export const roomLimit = { name: "room", per: "minute", max: 6_000 } as const;

/** The results as everybody sees them. */
export function toResults(room: Room): ShownResult[] {
	return results(room).map(({ movie: { id, title, year }, ...result }) => ({
		movie: { id, title, ...(year === undefined ? {} : { year }) },
		...result,
	}));
}

const iso = (time: number) => new Date(time).toISOString();

function toPair(pair: Pair) {
	const { first, second, votes, winner } = pair;
	return { first, second, voted: Object.keys(votes).length, votes: winner === null || second === null ? null : tally(pair), winner };
}

/** A room as everybody in it sees it: no tokens, and of nobody what they voted. `now` in ms since 1970. */
export function toSessionData(room: Room, now: number): SessionData {
	const { createdAt, state, mode, game, hostName, hostId, movies, participants, rounds, savedUrl } = room;
	return {
		createdAt: iso(createdAt),
		state,
		mode,
		game,
		hostName,
		hostId,
		movies,
		participants: participants
			.filter((each) => isPresent(each, now) || hasVoted(room, each.id))
			.map((each) => ({
				id: each.id,
				name: each.name,
				joinedAt: iso(each.joinedAt),
				connected: isConnected(each, now),
				done: isDone(room, each.id),
			})),
		results: toResults(room),
		voted: turnout(room),
		preferences: merged(room),
		...(rounds.length > 0
			? { tournament: { roundIndex: rounds.length - 1, rounds: rounds.map((round) => round.map(toPair)), championId: champion(rounds) } }
			: {}),
		savedUrl,
	};
}

/** What this person voted already, for a phone that comes back. */
export function toOwnVotes({ votes, rounds }: Room, id: string) {
	const pairVotes = rounds.flatMap((round, at) =>
		round.flatMap((pair, index) => (pair.votes[id] ? [[`${at}:${index}`, pair.votes[id]] as const] : [])),
	);
	return { votes: votes[id] ?? {}, pairVotes: Object.fromEntries(pairVotes) };
}
