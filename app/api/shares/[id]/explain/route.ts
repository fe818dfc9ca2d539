import { explainQuery } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { explainLink } from "@/lib/shares/explain";

/** GET /api/shares/:id/explain?as=: why somebody can or cannot open one of the caller's links. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		// It tells of a listed address whether it has an account.
		limit: { name: "explain", per: "hour", max: 100 },
		search: explainQuery,
		run: ({ world, owner, params, search }) => explainLink(world, owner, params.id ?? "", search.as),
		write: (body) => ({ body }),
	}),
});
