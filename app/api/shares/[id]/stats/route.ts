import { statsQuery, toStats } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { ownLink } from "@/lib/shares/own-link";
import { linkStats } from "@/lib/shares/stats";

/** GET /api/shares/:id/stats?days=30: views and plays by day, where views came from, who signed up. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		search: statsQuery,
		run: async ({ world, owner, params, search }) => linkStats(world, await ownLink(world, owner, params.id ?? ""), search.days),
		write: (stats) => ({ body: toStats(stats) }),
	}),
});
