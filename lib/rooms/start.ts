import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Act, asHost, changeRoom } from "./change";
import { roomCode, withToken } from "./guesses";
import { ballotLimits } from "./movie";
import type { Mode } from "./room";
import { firstRound } from "./settle";

export type Start = { sessionID: string; hostToken: string; mode?: Mode | undefined };

/** Begins the vote on the ballot, from the lobby or once more after results. Throws `not_host`, `not_enough_movies`, `room_started`, `room_not_found`. */
export async function startGame(world: World, { sessionID, hostToken, mode }: Start, address: string): Promise<Mode> {
	return withToken(
		world,
		address,
		async () => (await changeRoom(world, roomCode(sessionID), asHost(world, hostToken, starting(mode)))).room.mode,
	);
}

/** The vote begins. */
export function starting(asked?: Mode): Act<undefined> {
	return ({ code, room }) => {
		if (room.state === "voting") throw new Refused("room_started");
		if (room.movies.length < ballotLimits.min) throw new Refused("not_enough_movies");
		const mode = asked ?? room.mode;
		const rounds = mode === "tournament" ? [firstRound(room, code)] : [];
		return { room: { ...room, mode, state: "voting", game: room.game + 1, votes: {}, rounds, savedUrl: null }, result: undefined };
	};
}
