import { openBody } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { openShare } from "@/lib/shares/view";

/** POST /api/open/:code: what a page sends once when it is shown; counts a view. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "open", per: "minute", max: 120 },
		body: openBody,
		run: ({ world, params, visitor, body }) => openShare(world, params.code ?? "", visitor, body.referrer ?? null),
	}),
});
