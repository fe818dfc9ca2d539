import { toSharedMedia } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { readItem } from "@/lib/shares/read-item";

/** GET /api/shared/media/:code: what is in the session behind a link, for who is signed in. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	GET: endpoint({
		dialect: "session",
		actor: "owner",
		run: ({ world, params, visitor }) => readItem(world, kinds.session, params.code ?? "", visitor),
		write: (read) => ({ body: toSharedMedia(read) }),
	}),
});
