import { changeLimit, newLinkBody, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { anyOwnItem } from "@/lib/items/own-item";
import { kindNamed } from "@/lib/kinds/registry";
import { addLink, linksOf } from "@/lib/shares/add-link";
import { ownLink } from "@/lib/shares/own-link";
import { publishItem } from "@/lib/shares/publish";

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
			const kind = kindNamed(item.kind);
			if (!body.primary) return { created: true, links: await withFirst(world, [await addLink(world, owner, item, kind, body)]) };
			const { share, created } = await publishItem(world, owner, item, kind);
			return { created, links: await withFirst(world, [await ownLink(world, owner, String(share.id))]) };
		},
		write: ({ created, links: [link] }, { world }) => ({
			status: created ? 201 : 200,
			body: { share: link && toLink(world.origin, link) },
		}),
	}),
});
