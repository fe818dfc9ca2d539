import type { World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { asParticipant, changeRoom, type Scene } from "./change";
import { roomCode, withToken } from "./guesses";
import type { Pair, Room } from "./room";

export type PairVote = { sessionID: string; participantToken: string; roundIndex: number; pairIndex: number };

/**
 * Votes for one of two in the round under way, once. Throws `not_participant`, `room_not_voting`, `round_mismatch`, `pair_voted`, `room_not_found`, and `bad_input` for a pair
 * that there is not, or a movie that is not in it.
 */
export function voteInPair(world: World, { winnerId, ...vote }: PairVote & { winnerId: string }, address: string): Promise<Room> {
	return change(world, vote, address, (pair, id) => {
		if (winnerId !== pair.first && winnerId !== pair.second) throw badField("winnerId", "Not one of these two");
		if (id in pair.votes) throw new Refused("pair_voted");
		return { ...pair.votes, [id]: winnerId };
	});
}

/** Takes it back, while the round is under way. Throws as `voteInPair`. */
export function takeBackPairVote(world: World, vote: PairVote, address: string): Promise<Room> {
	return change(world, vote, address, ({ votes }, id) => {
		const { [id]: _, ...others } = votes;
		return others;
	});
}

type Edit = (pair: Pair, id: string) => Pair["votes"];

function change(world: World, { sessionID, participantToken, ...place }: PairVote, address: string, edit: Edit): Promise<Room> {
	return withToken(world, address, async () => {
		const act = asParticipant(world, participantToken, (scene) => ({ room: votedInPair(scene, place, edit), result: undefined }));
		return (await changeRoom(world, roomCode(sessionID), act)).room;
	});
}

/** The room with this person's vote on a pair changed. */
export function votedInPair(
	{ room, id }: Scene & { id: string },
	{ roundIndex, pairIndex }: Pick<PairVote, "roundIndex" | "pairIndex">,
	edit: Edit,
): Room {
	if (room.state !== "voting" || room.mode !== "tournament") throw new Refused("room_not_voting");
	const last = room.rounds.length - 1;
	if (roundIndex !== last) throw new Refused("round_mismatch");
	const round = room.rounds[last] ?? [];
	const pair = round[pairIndex];
	if (!pair || pair.second === null) throw badField("pairIndex", "There is no such pair in this round");
	const changed = { ...pair, votes: edit(pair, id) };
	return { ...room, rounds: [...room.rounds.slice(0, last), round.map((each) => (each === pair ? changed : each))] };
}
