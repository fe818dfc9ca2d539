import type { World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { asHost, changeRoom } from "./change";
import type { ByHost } from "./finish";
import { roomCode, withToken } from "./guesses";
import { isConnected } from "./room";
import { hostedBy } from "./settle";

/** Makes somebody else who is there the host. Throws `not_host`, `room_not_found`, `bad_input` for who is not there. */
export async function handOver(
	world: World,
	{ sessionID, hostToken, participantId }: ByHost & { participantId: string },
	address: string,
): Promise<void> {
	await withToken(world, address, () => {
		const hand = asHost(world, hostToken, ({ room, now }) => {
			const heir = room.participants.find(({ id }) => id === participantId);
			if (!heir || !isConnected(heir, now)) throw badField("participantId", "They are not here");
			return { room: heir.id === room.hostId ? room : hostedBy(room, heir.id), result: undefined };
		});
		return changeRoom(world, roomCode(sessionID), hand);
	});
}
