import { toSessionData } from "@/lib/contracts/room";
import type { World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { roomNow } from "@/lib/rooms/change";
import { isConnected, type Room } from "@/lib/rooms/room";
import { leaveRoom, stayInRoom } from "@/lib/rooms/stay";
import { hostToken } from "@/lib/rooms/tokens";
import { sendNewest } from "./newest";
import type { LiveSocket, Sockets } from "./sockets";
import { inWords } from "./words";

/** In ms. Everybody in a room is told at most so often: of many votes in one moment the state after them. A full house, to which much has to be said, less often. */
const breath = { least: 100, most: 1_000 };
/** In characters a ms: what a room says to all its sockets together. */
const pace = 10_000;
/** In ms. How often it is looked who is still there. */
const beat = 5_000;

/** A room as far as sockets of this process are in it. */
export type MovieRoom = {
	enter(socket: LiveSocket, participantId: string, hostTerm: number): void;
	/** `saidSo`: they said good-bye; otherwise they may be back. */
	leave(socket: LiveSocket, options: { saidSo: boolean }): Promise<void>;
	close(): void;
};

export const placeOf = (code: string) => `room:${code}`;

/** Tells its sockets whatever becomes of the room, wherever it was changed. `whenEmpty` is called when nobody here is in it any more. */
export function openMovieRoom(world: World, io: Sockets, code: string, whenEmpty: () => void): MovieRoom {
	const place = placeOf(code);
	const seats = new Map<LiveSocket, string>();
	/** The term of the host whose token each socket knows of. */
	const told = new Map<LiveSocket, number>();
	let shown = "";
	/** Somebody came who may not have seen what is shown. */
	let hasNewcomer = false;
	let count = -1;
	let lastTold = Number.NEGATIVE_INFINITY;
	let due: NodeJS.Timeout | undefined;
	let hasEnded = false;
	let telling: Promise<void> = Promise.resolve();

	const ids = () => new Set(seats.values());
	const unheard = world.bus.subscribe(place, tellSoon);
	const beating = setInterval(() => look(() => stayInRoom(world, code, ids())), beat);

	function tellSoon(): void {
		if (hasEnded) return;
		const pause = Math.min(breath.most, Math.max(breath.least, (shown.length * seats.size) / pace));
		due ??= setTimeout(tellNow, Math.max(0, lastTold + pause - performance.now()));
	}

	function tellNow(): void {
		due = undefined;
		lastTold = performance.now();
		look(() => roomNow(world, code));
	}

	/** One look after the other: of two at once the older might be told last. */
	function look(at: () => Promise<Room | null>): void {
		telling = telling.then(() => quietly(async () => tell(await at())));
	}

	async function tell(room: Room | null): Promise<void> {
		if (hasEnded) return;
		if (!room) return end();
		const now = world.clock.now().getTime();
		const data = toSessionData(room, now);
		const connected = data.participants.filter((each) => each.connected);
		if (connected.length !== count) sendNewest(io, place, "player-count", { count: connected.length });
		count = connected.length;
		const text = JSON.stringify(data);
		if (text !== shown || hasNewcomer) sendNewest(io, place, "session-update", data);
		shown = text;
		hasNewcomer = false;
		for (const [socket, id] of seats) {
			if (id !== room.hostId || told.get(socket) === room.hostTerm) continue;
			told.set(socket, room.hostTerm);
			socket.emit("host-granted", { hostToken: hostToken({ key: world.secrets.grant, code, room }) });
		}
		// They left on another line, here or at another instance; on this one they are here still.
		const here = ids();
		const missing = room.participants.filter((each) => here.has(each.id) && !isConnected(each, now)).map(({ id }) => id);
		if (missing.length > 0) await stayInRoom(world, code, new Set(missing));
	}

	/** The room is gone. */
	function end(): void {
		for (const socket of seats.keys()) {
			socket.emit("error", { message: inWords(new Refused("room_not_found")) });
			void socket.leave(place);
		}
		seats.clear();
		close();
		whenEmpty();
	}

	function close(): void {
		hasEnded = true;
		unheard();
		clearInterval(beating);
		clearTimeout(due);
	}

	return {
		enter(socket, participantId, hostTerm) {
			seats.set(socket, participantId);
			told.set(socket, hostTerm);
			void socket.join(place);
			// What changed between their look and now was told to others alone.
			hasNewcomer = true;
			tellSoon();
		},
		async leave(socket, options) {
			const id = seats.get(socket);
			if (id === undefined) return;
			seats.delete(socket);
			told.delete(socket);
			void socket.leave(place);
			if (seats.size === 0) {
				close();
				whenEmpty();
			}
			if (!ids().has(id)) await quietly(() => leaveRoom(world, code, new Set([id]), options));
		},
		close,
	};
}

/** A store that is away for a moment changed nothing; it is asked again. */
async function quietly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!isRefused(error)) console.error("Telling a room failed:", error);
	}
}
