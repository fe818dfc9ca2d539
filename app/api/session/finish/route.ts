import { byHostBody, roomLimit, toResults } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { finishVote } from "@/lib/rooms/finish";

/** POST /api/session/finish: ends the vote. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: byHostBody,
		run: ({ world, body, visitor }) => finishVote(world, body, visitor.address),
		write: (room) => ({ body: { message: "Voting finished", results: toResults(room) } }),
	}),
});
