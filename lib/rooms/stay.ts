import type { World } from "@/lib/ports";
import { isRefused } from "@/lib/refused";
import { changeRoom } from "./change";
import { isConnected, lease, type Participant, type Room } from "./room";

/** In ms. A lease is renewed when less than this is left of it: no sooner, or a full room would be written all the time. */
const renewWithin = lease / 2;

/** The room with these people here still, or no longer. */
function touched(room: Room, ids: ReadonlySet<string>, change: (one: Participant) => Participant): Room {
	return { ...room, participants: room.participants.map((each) => (ids.has(each.id) ? change(each) : each)) };
}

/** These people are connected. All that follows from who is not any more is done on this occasion. Answers the room; null when there is none any more. */
export function stayInRoom(world: World, code: string, ids: ReadonlySet<string>): Promise<Room | null> {
	return unlessGone(() =>
		changeRoom(world, code, ({ room, now }) => {
			const isDue = room.participants.some(({ id, seenUntil }) => ids.has(id) && seenUntil < now + renewWithin);
			const renewed = isDue ? touched(room, ids, (each) => ({ ...each, seenUntil: now + lease, hasLeft: false })) : room;
			return { room: renewed, result: undefined };
		}),
	);
}

/** Their connections broke, or they said good-bye: those can be back within the grace, these are waited for no more. */
export async function leaveRoom(world: World, code: string, ids: ReadonlySet<string>, { saidSo }: { saidSo: boolean }): Promise<void> {
	await unlessGone(() =>
		changeRoom(world, code, ({ room, now }) => ({
			room: touched(room, ids, (each) => ({
				...each,
				seenUntil: isConnected(each, now) ? now : each.seenUntil,
				hasLeft: saidSo || each.hasLeft,
			})),
			result: undefined,
		})),
	);
}

async function unlessGone(work: () => Promise<{ room: Room }>): Promise<Room | null> {
	try {
		return (await work()).room;
	} catch (error) {
		if (!isRefused(error) || error.code !== "room_not_found") throw error;
		return null;
	}
}
