import { sharedLimit, toSharedDocument } from "@/lib/contracts/content";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { readItem } from "@/lib/shares/read-item";

/** GET /api/shared/list/:token: what the link of a list shows. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("content", {
	GET: endpoint({
		dialect: "content",
		actor: "visitor",
		limit: sharedLimit,
		run: ({ world, params, visitor }) => readItem(world, kinds.list, params.token ?? "", visitor),
		write: (shown) => ({ body: toSharedDocument(shown) }),
	}),
});
