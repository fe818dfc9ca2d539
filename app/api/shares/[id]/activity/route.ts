import { activityQuery, toActivity } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { linkActivity } from "@/lib/shares/activity";

/** GET /api/shares/:id/activity: what happened on one of the caller's links, newest first. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		search: activityQuery,
		run: ({ world, owner, params, search }) => linkActivity(world, owner, params.id ?? "", search.limit),
		write: (events) => ({ body: { activity: events.map(toActivity) } }),
	}),
});
