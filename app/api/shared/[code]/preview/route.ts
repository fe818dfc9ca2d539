import { toSessionPreview } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { readNoted } from "@/lib/shares/read-noted";

/** GET /api/shared/:code/preview: what anybody sees of the session behind a link. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	GET: endpoint({
		dialect: "session",
		actor: "visitor",
		run: ({ world, params, query, visitor }) =>
			readNoted(world, kinds.session, params.code ?? "", visitor, { depth: "preview", what: "previewed", referral: query.get("r") }),
		write: (read) => ({ body: toSessionPreview(read) }),
	}),
});
