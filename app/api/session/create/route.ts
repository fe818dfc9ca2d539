import { createBody, createLimit } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { createRoom } from "@/lib/rooms/create";

/** POST /api/session/create: a room, and the token of whoever hosts it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: createLimit,
		body: createBody,
		run: ({ world, body: { hostName = "", mode } }) => createRoom(world, { hostName, mode }),
		write: ({ code, hostToken }) => ({ status: 201, body: { message: "Session created successfully", sessionID: code, hostToken } }),
	}),
});
