import { pairVoteBody, roomLimit, takePairBackBody } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { takeBackPairVote, voteInPair } from "@/lib/rooms/vote-in-pair";

/** /api/tournament/vote: a vote for one of two, and taking it back while the round is under way. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: pairVoteBody,
		run: ({ world, body, visitor }) => voteInPair(world, body, visitor.address),
		write: () => ({ body: { success: true } }),
	}),
	DELETE: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: takePairBackBody,
		run: ({ world, body, visitor }) => takeBackPairVote(world, body, visitor.address),
		write: () => ({ body: { success: true } }),
	}),
});
