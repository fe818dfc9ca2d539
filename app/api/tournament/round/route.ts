import { closeRoundBody, roomLimit, toResults } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { closeRound } from "@/lib/rooms/finish";

/** POST /api/tournament/round: the host closes the round under way, whoever has not voted yet. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: closeRoundBody,
		run: ({ world, body, visitor }) => closeRound(world, body, visitor.address),
		write: (room) => ({ body: { success: true, results: toResults(room) } }),
	}),
});
