import { changeLimit, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { kindNamed } from "@/lib/kinds/registry";
import { rotateLink } from "@/lib/shares/rotate";

/** POST /api/shares/:id/rotate: another code for one of the caller's links. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		limit: changeLimit,
		run: async ({ world, owner, params }) => withFirst(world, [await rotateLink(world, owner, params.id ?? "", kindNamed)]),
		write: ([link], { world }) => ({ body: { share: link && toLink(world.origin, link) } }),
	}),
});
