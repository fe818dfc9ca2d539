import type { World } from "@/lib/ports";
import { asParticipant, changeRoom } from "./change";
import { roomCode, withToken } from "./guesses";
import type { Preferences } from "./movie";
import type { Room } from "./room";

/** Everybody in the room is told the genres at every change of it. */
const mostGenres = 50;

/** What all of them would like together: any of the genres, and the widest years. Years that somebody leaves open stay open only if all do. */
export function merged({ preferences }: Pick<Room, "preferences">): Preferences {
	const all = Object.values(preferences);
	const genres = [...new Set(all.flatMap(({ genres }) => genres))].slice(0, mostGenres).sort();
	const from = all.flatMap(({ from }) => from ?? []);
	const to = all.flatMap(({ to }) => to ?? []);
	return { genres, ...(from.length > 0 ? { from: Math.min(...from) } : {}), ...(to.length > 0 ? { to: Math.max(...to) } : {}) };
}

/** Says what somebody would like to see; the last word counts. Throws `not_participant`, `room_not_found`. Answers what all would like. */
export async function savePreferences(
	world: World,
	{ sessionID, participantToken, ...preferences }: { sessionID: string; participantToken: string } & Preferences,
	address: string,
): Promise<Preferences> {
	return withToken(world, address, async () => {
		const save = asParticipant(world, participantToken, ({ room, id }) => ({
			room: { ...room, preferences: { ...room.preferences, [id]: preferences } },
			result: undefined,
		}));
		return merged((await changeRoom(world, roomCode(sessionID), save)).room);
	});
}
