import { toSharedSession } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { readNoted } from "@/lib/shares/read-noted";

/** GET /api/shared/:code: the whole session behind a link, for who is signed in. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	GET: endpoint({
		dialect: "session",
		actor: "owner",
		run: ({ world, params, query, visitor }) =>
			readNoted(world, kinds.session, params.code ?? "", visitor, { depth: "whole", what: "opened", referral: query.get("r") }),
		write: (read) => ({ body: toSharedSession(read) }),
	}),
});
