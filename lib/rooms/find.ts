import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { roomNow } from "./change";
import { guessing, roomCode } from "./guesses";
import type { Room } from "./room";

type Found = { code: string; room: Room };

/** Look-ups under way, by who asks for what: a crowd that comes in together by one code guesses once. */
const asked = new Map<string, Promise<Found>>();

/** The live room with this code. Throws `room_id_missing`, `room_not_found`, `rate_limited` for whoever tried too many. */
export async function findRoom(world: World, given: string, address: string): Promise<Found> {
	if (given.trim() === "") throw new Refused("room_id_missing");
	const what = `${address} ${given}`;
	const underWay = asked.get(what);
	if (underWay) return underWay;
	const looking = guessing(world, address, async () => {
		const code = roomCode(given);
		const room = await roomNow(world, code);
		if (!room) throw new Refused("room_not_found");
		return { code, room };
	}).finally(() => asked.delete(what));
	asked.set(what, looking);
	return looking;
}
