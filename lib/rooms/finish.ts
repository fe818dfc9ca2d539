import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { asHost, changeRoom } from "./change";
import { roomCode, withToken } from "./guesses";
import type { Room } from "./room";
import { withRoundOver } from "./settle";

export type ByHost = { sessionID: string; hostToken: string };

/** Ends the vote: what was voted until now is the result. Throws `not_host`, `room_not_voting`, `room_not_found`. */
export function finishVote(world: World, { sessionID, hostToken }: ByHost, address: string): Promise<Room> {
	return withToken(world, address, async () => {
		const finish = asHost(world, hostToken, ({ room }) => {
			if (room.state !== "voting") throw new Refused("room_not_voting");
			return { room: { ...room, state: "results" }, result: undefined };
		});
		return (await changeRoom(world, roomCode(sessionID), finish)).room;
	});
}

/** Decides the round under way as it stands, whoever has not voted yet. Throws as `finishVote`, and `round_mismatch` when it is over already. */
export function closeRound(
	world: World,
	{ sessionID, hostToken, roundIndex }: ByHost & { roundIndex: number },
	address: string,
): Promise<Room> {
	return withToken(world, address, async () => {
		const close = asHost(world, hostToken, ({ code, room }) => {
			if (room.state !== "voting" || room.mode !== "tournament") throw new Refused("room_not_voting");
			if (roundIndex !== room.rounds.length - 1) throw new Refused("round_mismatch");
			return { room: withRoundOver(room, code), result: undefined };
		});
		return (await changeRoom(world, roomCode(sessionID), close)).room;
	});
}
