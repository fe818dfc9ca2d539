import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { asParticipant, changeRoom, type Scene } from "./change";
import { roomCode, withToken } from "./guesses";
import type { Room } from "./room";

export type Vote = { sessionID: string; participantToken: string; movieId: string };

/** Votes on a film, 1 to 5; of several votes of one person the last stands. Throws `not_participant`, `room_not_voting`, `movie_unknown`, `room_not_found`. */
export function castVote(world: World, { score, ...vote }: Vote & { score: number }, address: string): Promise<Room> {
	return change(world, vote, address, (mine) => ({ ...mine, [vote.movieId]: score }));
}

/** Takes the vote on a film back. Throws as `castVote`. */
export function takeBackVote(world: World, vote: Vote, address: string): Promise<Room> {
	return change(world, vote, address, ({ [vote.movieId]: _, ...others }) => others);
}

type Mine = Record<string, number>;

function change(world: World, { sessionID, participantToken, movieId }: Vote, address: string, edit: (mine: Mine) => Mine): Promise<Room> {
	return withToken(world, address, async () => {
		const act = asParticipant(world, participantToken, (scene) => ({ room: voted(scene, movieId, edit), result: undefined }));
		return (await changeRoom(world, roomCode(sessionID), act)).room;
	});
}

/** The room with this person's votes changed. */
export function voted({ room, id }: Scene & { id: string }, movieId: string, edit: (mine: Mine) => Mine): Room {
	if (room.state !== "voting" || room.mode !== "classic") throw new Refused("room_not_voting");
	if (!room.movies.some((movie) => movie.id === movieId)) throw new Refused("movie_unknown");
	return { ...room, votes: { ...room.votes, [id]: edit(room.votes[id] ?? {}) } };
}
