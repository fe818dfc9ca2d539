import { success, toVisitStatus } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { readVisit } from "@/lib/shares/visits";

/** GET /api/share/:shareId/session/:sessionId: what the session has played and what remains. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "visitor",
		run: ({ world, params, visitor }) => readVisit(world, params.shareId ?? "", visitor, params.sessionId ?? ""),
		write: (visit) => success(toVisitStatus(visit)),
	}),
});
