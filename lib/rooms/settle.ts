import { champion, decided, drawn, paired } from "./bracket";
import { grace, isConnected, isPresent, type Room } from "./room";

/**
 * What follows from who is there, whoever looks: a host who stays away is followed by the longest-present participant, and a round for which
 * nobody is waited for any more is over. The same room when nothing follows.
 */
export function settled(room: Room, code: string, now: number): Room {
	return nextRounds(nextHost(room, now), code, now);
}

function nextHost(room: Room, now: number): Room {
	const host = room.participants.find(({ id }) => id === room.hostId);
	// A host who never came is waited for from the beginning.
	if ((host ? host.seenUntil : room.createdAt) + grace > now) return room;
	const heir = room.participants.find((each) => isConnected(each, now));
	return heir ? hostedBy(room, heir.id) : room;
}

/** The room with another host, whose token is the only one from now on. */
export function hostedBy(room: Room, id: string): Room {
	const name = room.participants.find((each) => each.id === id)?.name ?? room.hostName;
	return { ...room, hostId: id, hostName: name, hostTerm: room.hostTerm + 1 };
}

/** Whether everybody who is waited for has voted on all pairs of the round under way; with nobody there it stays open. */
function isRoundOver({ rounds, participants }: Room, now: number): boolean {
	const open = (rounds.at(-1) ?? []).filter(({ winner }) => winner === null);
	const waitedFor = participants.filter((each) => isPresent(each, now));
	if (open.length === 0) return true;
	return waitedFor.length > 0 && open.every(({ votes }) => waitedFor.every(({ id }) => id in votes));
}

function nextRounds(room: Room, code: string, now: number): Room {
	if (room.state !== "voting" || room.mode !== "tournament" || !isRoundOver(room, now)) return room;
	return nextRounds(withRoundOver(room, code), code, now);
}

/** The round under way is decided as it stands: the next one begins, or there is a champion. */
export function withRoundOver(room: Room, code: string): Room {
	const index = room.rounds.length - 1;
	const round = decided(room.rounds[index] ?? [], `${code}:${room.createdAt}:${index}`);
	const rounds = [...room.rounds.slice(0, index), round];
	if (champion(rounds) !== null) return { ...room, rounds, state: "results" };
	return { ...room, rounds: [...rounds, paired(round.flatMap(({ winner }) => winner ?? []))] };
}

/** The first round of a ballot. The draw is the room's own. */
export function firstRound(room: Room, code: string) {
	return paired(
		drawn(
			`${code}:${room.createdAt}`,
			room.movies.map(({ id }) => id),
			(id) => id,
		),
	);
}
