import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Act, changeRoom, type Scene } from "./change";
import { findRoom } from "./find";
import { roomCode, withToken } from "./guesses";
import { hasVoted } from "./results";
import { isPresent, lease, mostParticipants, mostRemembered, type Participant, type Room } from "./room";
import { hostOf, hostToken, participantOf, participantToken } from "./tokens";

export type Join = { sessionID: string; name?: string | undefined; participantToken?: string | undefined; hostToken?: string | undefined };
/** Who came in. `hostToken` is null for all but the host. */
export type Joined = { code: string; room: Room; id: string; participantToken: string; hostToken: string | null };

/**
 * Lets somebody in by the code; with their token they are who they were, with the host's they are the host. Throws `room_not_found`, `not_participant`, `not_host`,
 * `room_full`, `rate_limited`.
 */
export async function joinRoom(world: World, join: Join, address: string): Promise<Joined> {
	const key = world.secrets.grant;
	const isKnown = join.participantToken !== undefined || join.hostToken !== undefined;
	// Whoever has the code alone may be guessing. That is settled first: people behind one address come in together.
	if (!isKnown) await findRoom(world, join.sessionID, address);
	return withToken(world, address, async () => {
		const code = roomCode(join.sessionID);
		const { room, result: id } = await changeRoom(world, code, entering(key, join));
		const of = { key, code, room };
		return { code, room, id, participantToken: participantToken(of, id), hostToken: room.hostId === id ? hostToken(of) : null };
	});
}

/** Whoever comes in with these tokens, and the room with them in it. */
export function entering(key: string, { name, participantToken, hostToken }: Omit<Join, "sessionID">): Act<string> {
	return ({ code, room, now }) => {
		const of = { key, code, room };
		const was = participantToken === undefined ? null : participantOf(of, participantToken);
		if (participantToken !== undefined && was === null) throw new Refused("not_participant");
		const host = hostToken === undefined ? null : hostOf(of, hostToken);
		if (hostToken !== undefined && host === null) throw new Refused("not_host");
		const entered = back(room, was, name, now) ?? arrived({ code, room, now }, name, host === "now");
		return { room: host === "now" ? { ...entered.room, hostId: entered.id } : entered.room, result: entered.id };
	};
}

/** Somebody who was here before, under the name that they have now. */
function back(room: Room, id: string | null, name: string | undefined, now: number): { room: Room; id: string } | null {
	if (id === null || !room.participants.some((each) => each.id === id)) return null;
	const participants = room.participants.map((each) =>
		each.id === id ? { ...each, name: name ?? each.name, seenUntil: now + lease, hasLeft: false } : each,
	);
	const hostName = name !== undefined && room.hostId === id ? name : room.hostName;
	return { id, room: { ...room, participants, hostName } };
}

function arrived({ room, now }: Scene, name: string | undefined, isHost: boolean): { room: Room; id: string } {
	const arrivals = room.arrivals + 1;
	const id = `p${arrivals}`;
	const shown = name ?? (isHost && room.hostName !== "" ? room.hostName : `Guest ${arrivals}`);
	const newcomer: Participant = { id, name: shown, joinedAt: now, seenUntil: now + lease, hasLeft: false };
	const hostName = isHost ? shown : room.hostName;
	const kept = withPlace(room, now);
	return { id, room: { ...kept, arrivals, hostName, participants: [...kept.participants, newcomer] } };
}

/**
 * The room with a place for one more: whoever left it and did nothing in it goes when it is full, then those with their votes who left it first. Throws `room_full` when
 * all its places are taken by people who are there.
 */
function withPlace(room: Room, now: number): Room {
	if (room.participants.length < mostParticipants) return room;
	if (room.participants.filter((each) => isPresent(each, now)).length >= mostParticipants) throw new Refused("room_full");
	const kept = room.participants.filter((each) => isPresent(each, now) || hasVoted(room, each.id));
	const gone = kept.filter((each) => !isPresent(each, now)).sort((a, b) => a.seenUntil - b.seenUntil);
	const forgotten = new Set(gone.slice(0, Math.max(0, kept.length - mostRemembered)).map(({ id }) => id));
	const participants = kept.filter(({ id }) => !forgotten.has(id));
	const ids = new Set(participants.map(({ id }) => id));
	const theirs = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
	const rounds = room.rounds.map((round) => round.map((pair) => ({ ...pair, votes: theirs(pair.votes) })));
	return { ...room, participants, rounds, votes: theirs(room.votes), preferences: theirs(room.preferences) };
}
