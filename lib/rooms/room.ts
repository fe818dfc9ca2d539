import { z } from "zod";
import { movie, preferences } from "./movie";

/** In ms since 1970, as a room keeps times. */
const time = z.number();

/** Somebody in a room. Nobody is told their token: it is made of the room and `id` (`tokens.ts`). */
const participant = z.object({
	/** `p1`, `p2`, … in the order in which they came; never given twice in one room. */
	id: z.string(),
	name: z.string(),
	joinedAt: time,
	/** Connected until then, unless a lease is renewed; in the past: when they were last. */
	seenUntil: time,
	/** Said good-bye. */
	hasLeft: z.boolean(),
});
export type Participant = z.output<typeof participant>;

/** Two movies of a round, by their ids; alone, the first has a bye. `votes` are by participant. */
const pair = z.object({
	first: z.string(),
	second: z.string().nullable(),
	votes: z.record(z.string(), z.string()),
	winner: z.string().nullable(),
});
export type Pair = z.output<typeof pair>;

export const states = ["lobby", "voting", "results"] as const;
export const modes = ["classic", "tournament"] as const;
export type Mode = (typeof modes)[number];

/** A room as it is stored: everything that must survive a restart. */
export const room = z.object({
	createdAt: time,
	state: z.enum(states),
	mode: z.enum(modes),
	hostName: z.string(),
	/** The participant who is the host; null until somebody came with the host's token. */
	hostId: z.string().nullable(),
	/** Raised with every other host: a token of an earlier one is worth nothing more. */
	hostTerm: z.number(),
	movies: z.array(movie),
	participants: z.array(participant),
	/** How many came in all. */
	arrivals: z.number(),
	/** How many votes were begun. */
	game: z.number(),
	/** 1 to 5, by participant and movie. */
	votes: z.record(z.string(), z.record(z.string(), z.number())),
	preferences: z.record(z.string(), preferences),
	/** The rounds of a tournament, the last one under way. */
	rounds: z.array(z.array(pair)),
	/** The shared list that the host saved the results as. */
	savedUrl: z.string().nullable(),
});
export type Room = z.output<typeof room>;

/** In ms. How long somebody is connected without another sign of them. */
export const lease = 45_000;
/** In ms. Whoever is away for longer has left. */
export const grace = 30_000;
/** In ms. How long a room lives after its last use. */
export const lifetime = 24 * 60 * 60 * 1000;
/** How many may be in a room. */
export const mostParticipants = 500;
/** How many it keeps in mind with those who left and whose votes count. */
export const mostRemembered = 1_000;

export const isConnected = ({ seenUntil, hasLeft }: Participant, now: number): boolean => !hasLeft && seenUntil > now;
/** Whether the room waits for them: connected, or away for a moment. */
export const isPresent = ({ seenUntil, hasLeft }: Participant, now: number): boolean => !hasLeft && seenUntil + grace > now;
