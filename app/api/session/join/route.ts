import { joinBody, roomLimit, toSessionData } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { findRoom } from "@/lib/rooms/find";

/** POST /api/session/join: whether there is such a room. Whoever comes in does so by a socket. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: joinBody,
		bad: "room_id_missing",
		words: { failed: "Failed to join session" },
		run: ({ world, body, visitor }) => findRoom(world, body.sessionID, visitor.address),
		write: ({ code, room }, { world }) => ({
			body: {
				sessionID: code,
				message: "Session found. You can now connect via WebSocket.",
				sessionData: toSessionData(room, world.clock.now().getTime()),
			},
		}),
	}),
});
