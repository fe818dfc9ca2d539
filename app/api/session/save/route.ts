import { roomLimit, saveBody } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { saveResults } from "@/lib/rooms/save";

/** POST /api/session/save: the results as a list of the caller's, with a link to it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "owner",
		limit: roomLimit,
		body: saveBody,
		run: ({ world, owner, body, visitor }) => saveResults(world, owner, kinds.list, body, visitor.address),
		write: ({ item, url }) => ({ status: 201, body: { message: "Results saved", listId: String(item.id), shareUrl: url } }),
	}),
});
