import { randomInt } from "node:crypto";
import type { World } from "@/lib/ports";
import { unavailable } from "@/lib/refused";
import { lifetime, type Mode, type Room } from "./room";
import { hostToken } from "./tokens";

/** With a tenth of all codes free this many tries fail once in a million. */
const mostTries = 130;

/** Makes an empty room under six digits that no other live room has; whoever holds the token becomes its host when they join. */
export async function createRoom(
	world: World,
	{ hostName, mode }: { hostName: string; mode: Mode },
): Promise<{ code: string; hostToken: string }> {
	const now = world.clock.now();
	const room: Room = {
		createdAt: now.getTime(),
		state: "lobby",
		mode,
		hostName,
		hostId: null,
		hostTerm: 0,
		movies: [],
		participants: [],
		arrivals: 0,
		game: 0,
		votes: {},
		preferences: {},
		rounds: [],
		savedUrl: null,
	};
	for (let n = 0; n < mostTries; n++) {
		const code = String(randomInt(100_000, 1_000_000));
		if (await world.rooms.create(code, room, now, new Date(now.getTime() + lifetime)))
			return { code, hostToken: hostToken({ key: world.secrets.grant, code, room }) };
	}
	throw unavailable();
}
