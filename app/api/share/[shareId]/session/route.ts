import { sessionBody, success, toVisit } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { startVisit } from "@/lib/shares/visits";

/** POST /api/share/:shareId/session: takes up an anonymous visitor's session or begins one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	POST: endpoint({
		dialect: "share",
		actor: "visitor",
		body: sessionBody,
		run: ({ world, params, body, visitor }) => startVisit(world, params.shareId ?? "", visitor, body.existingSessionId),
		write: ({ visit, created }) => success(toVisit(visit), created ? 201 : 200),
	}),
});
