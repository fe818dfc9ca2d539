import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { lifetime, type Room, room as schema } from "./room";
import { settled } from "./settle";
import { hostOf, participantOf } from "./tokens";

/** What was parsed, or made here: rooms are told from other values once. */
const known = new WeakMap<object, Room>();

/** A stored room. Throws when it is none: a defect. */
export function readRoom(stored: unknown): Room {
	const key = Object(stored);
	const room = known.get(key) ?? schema.parse(stored);
	known.set(key, room);
	return room;
}

/** A room under its code, as somebody acts on it. `now` in ms since 1970. */
export type Scene = { code: string; room: Room; now: number };
/** A verb's work: pure, since it may be done again on a newer room. The same room is no change. */
export type Act<Result> = (scene: Scene) => { room: Room; result: Result };

/**
 * Does this to the room as it is now, with all that follows from it; both are written at once. Throws what `act` throws, `room_not_found`, and
 * `unavailable`. Answers the room as it is then beside the result.
 */
export async function changeRoom<Result>(world: World, code: string, act: Act<Result>): Promise<{ room: Room; result: Result }> {
	const at = world.clock.now();
	const now = at.getTime();
	const done = await world.rooms.change(
		code,
		(stored) => {
			const acted = act({ code, room: settled(readRoom(stored), code, now), now });
			const room = settled(acted.room, code, now);
			known.set(room, room);
			return { room, result: { room, result: acted.result } };
		},
		at,
		new Date(now + lifetime),
	);
	if (!done) throw new Refused("room_not_found");
	return done;
}

/** The room with this code as it is now, or null. */
export async function roomNow(world: World, code: string): Promise<Room | null> {
	const found = await world.rooms.read(code, world.clock.now());
	return found && readRoom(found.room);
}

/** The same work, for the host alone. Throws `not_host`. */
export function asHost<Result>(world: World, token: string, act: Act<Result>): Act<Result> {
	return (scene) => {
		if (hostOf({ key: world.secrets.grant, ...scene }, token) !== "now") throw new Refused("not_host");
		return act(scene);
	};
}

/** The same work, for somebody in the room. Throws `not_participant`. */
export function asParticipant<Result>(
	world: World,
	token: string,
	act: (scene: Scene & { id: string }) => ReturnType<Act<Result>>,
): Act<Result> {
	return (scene) => {
		const id = participantOf({ key: world.secrets.grant, ...scene }, token);
		if (id === null || !scene.room.participants.some((each) => each.id === id)) throw new Refused("not_participant");
		return act({ ...scene, id });
	};
}
