import type { SessionData } from "@/lib/live/events";

/** A room as its page is told of it: Ada's, in the lobby, with nobody and nothing in it. */
export const sessionData = (change: Partial<SessionData> = {}): SessionData => ({
	createdAt: "2026-11-20T12:00:00.000Z",
	state: "lobby",
	mode: "classic",
	game: 1,
	hostName: "Ada",
	hostId: "p1",
	movies: [],
	participants: [],
	results: [],
	voted: {},
	preferences: { genres: [] },
	savedUrl: null,
	...change,
});
