import { handOverBody, roomLimit } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { handOver } from "@/lib/rooms/hand-over";

/** POST /api/session/host: makes somebody else in the room its host, who is told the new token by their socket. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: handOverBody,
		run: ({ world, body, visitor }) => handOver(world, body, visitor.address),
		write: () => ({ body: { message: "The room has another host" } }),
	}),
});
