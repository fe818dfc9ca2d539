import { roomLimit, scoreBody, takeBackBody, toResults } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { castVote, takeBackVote } from "@/lib/rooms/vote";

/** /api/score: a vote on a film, and taking it back. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: scoreBody,
		run: ({ world, body, visitor }) => castVote(world, body, visitor.address),
		write: (room) => ({ body: { message: "Vote submitted successfully", results: toResults(room) } }),
	}),
	DELETE: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: takeBackBody,
		run: ({ world, body, visitor }) => takeBackVote(world, body, visitor.address),
		write: (room) => ({ body: { message: "Vote taken back", results: toResults(room) } }),
	}),
});
