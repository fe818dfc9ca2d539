import { approveBody, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { approveAddress } from "@/lib/shares/approve";

/** POST /api/shares/:id/approve: lets in an address of the list whose account was made after it was listed. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		body: approveBody,
		run: async ({ world, owner, params, body }) => withFirst(world, [await approveAddress(world, owner, params.id ?? "", body.email)]),
		write: ([link], { world }) => ({ body: { share: link && toLink(world.origin, link) } }),
	}),
});
