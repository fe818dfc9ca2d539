import { randomUUID } from "node:crypto";
import { toOwnVotes, toSessionData } from "@/lib/contracts/room";
import { tooMany } from "@/lib/limits";
import type { Platform } from "@/lib/platform";
import { Refused } from "@/lib/refused";
import { joinRoom } from "@/lib/rooms/join";
import type { Handlers } from "./conversation";
import { type MovieRoom, openMovieRoom, placeOf } from "./movie-room";
import { opened } from "./opened";
import type { LiveSocket, Sockets } from "./sockets";

/** Joins of one address, before `RATE_LIMIT_SCALE`: two hundred people behind one router, and no crowd of ghosts. */
const joinsPerMinute = 300;

/** Where a socket sits, and under which name. */
type Seat = { room: MovieRoom; code: string; id: string; token: string; name: string };

/** What sockets say and hear of movie rooms. A socket is in one at a time. */
export function movieRooms(world: Platform, io: Sockets) {
	const rooms = opened<string, MovieRoom>();
	const seats = new Map<LiveSocket, Seat>();

	const roomOf = (code: string) =>
		rooms.get(code, (whenEmpty) => {
			const made: MovieRoom = openMovieRoom(world, io, code, () => {
				whenEmpty();
				for (const [socket, { room }] of seats) if (room === made) seats.delete(socket);
			});
			return made;
		});

	async function leave(socket: LiveSocket, options: { saidSo: boolean }): Promise<void> {
		const seat = seats.get(socket);
		seats.delete(socket);
		await seat?.room.leave(socket, options);
	}

	const handlers: Pick<Handlers, "join-session" | "leave-session" | "chat-message"> = {
		async "join-session"(socket, join) {
			const { address } = socket.data.visitor;
			const max = Math.ceil(joinsPerMinute * world.env.rateLimitScale);
			const verdict = await world.limiter.hit(`room.join:${address}`, { max, seconds: 60 });
			if (!verdict.allowed) throw tooMany(verdict);
			const before = seats.get(socket);
			// Whoever joins twice on one line is one person.
			const known = before?.code === join.sessionID.trim() ? { participantToken: before.token } : {};
			const { code, room, id, participantToken, hostToken } = await joinRoom(world, { ...known, ...join }, address);
			if (before && (before.code !== code || before.id !== id)) await leave(socket, { saidSo: true });
			const data = toSessionData(room, world.clock.now().getTime());
			const name = room.participants.find((each) => each.id === id)?.name ?? "";
			const seat = { room: roomOf(code), code, id, token: participantToken, name };
			seats.set(socket, seat);
			const joined = { sessionID: code, participantToken, participantId: id };
			socket.emit("player-count", { count: data.participants.filter((each) => each.connected).length });
			socket.emit("session-update", data);
			socket.emit("joined-session", { ...joined, ...toOwnVotes(room, id) });
			if (hostToken !== null && hostToken !== join.hostToken) socket.emit("host-granted", { hostToken });
			seat.room.enter(socket, id, hostToken === null ? -1 : room.hostTerm);
			// They hung up while they were waiting: nobody else will say that they are gone.
			if (!socket.connected) await leave(socket, { saidSo: false });
			return joined;
		},
		async "leave-session"(socket) {
			await leave(socket, { saidSo: true });
			return undefined;
		},
		async "chat-message"(socket, { roomCode, text }) {
			const seat = seats.get(socket);
			if (seat?.code !== roomCode.trim()) throw new Refused("not_participant");
			const message = {
				id: randomUUID(),
				senderId: seat.id,
				senderName: seat.name,
				text,
				timestamp: world.clock.now().getTime(),
			};
			io.to(placeOf(seat.code)).emit("chat-message", message);
			return { id: message.id };
		},
	};

	return {
		handlers,
		/** Resolves when the room knows. */
		gone: (socket: LiveSocket) => leave(socket, { saidSo: false }),
		close() {
			for (const room of rooms.all()) room.close();
		},
	};
}
