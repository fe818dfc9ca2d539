import { linkQuery, linksChange, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { listLinks } from "@/lib/shares/list";
import { reviseLinks } from "@/lib/shares/revise";

/** /api/shares: the caller's links, a page at a time; pausing or resuming several at once. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		search: linkQuery,
		run: async ({ world, owner, search }) => {
			const { links, next } = await listLinks(world, owner, search);
			return { links: await withFirst(world, links), next };
		},
		write: ({ links, next }, { world }) => ({ body: { shares: links.map((link) => toLink(world.origin, link)), nextCursor: next } }),
	}),
	PATCH: endpoint({
		dialect: "native",
		actor: "owner",
		body: linksChange,
		run: async ({ world, owner, body: { ids, isActive } }) => withFirst(world, await reviseLinks(world, owner, ids, { isActive })),
		write: (links, { world }) => ({ body: { shares: links.map((link) => toLink(world.origin, link)) } }),
	}),
});
