import { changeLimit, newLinkBody, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { anyOwnItem } from "@/lib/items/own-item";
import { kindNamed } from "@/lib/kinds/registry";
import { addLink, linksOf } from "@/lib/shares/add-link";

/** /api/items/:id/shares: the links of one of the caller's items, and one more. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => {
			const item = await anyOwnItem(world, owner, params.id ?? "");
			return withFirst(world, await linksOf(world, owner, item));
		},
		write: (links, { world }) => ({ body: { shares: links.map((link) => toLink(world.origin, link)) } }),
	}),
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		limit: changeLimit,
		body: newLinkBody,
		run: async ({ world, owner, params, body }) => {
			const item = await anyOwnItem(world, owner, params.id ?? "");
			return withFirst(world, [await addLink(world, owner, item, kindNamed(item.kind), body)]);
		},
		write: ([link], { world }) => ({ status: 201, body: { share: link && toLink(world.origin, link) } }),
	}),
});
