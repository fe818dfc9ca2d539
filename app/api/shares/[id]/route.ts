import { linkChanges, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { endLink } from "@/lib/shares/end";
import { ownLink } from "@/lib/shares/own-link";
import { reviseLink } from "@/lib/shares/revise";

/** /api/shares/:id: one of the caller's links. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => withFirst(world, [await ownLink(world, owner, params.id ?? "")]),
		write: ([link], { world }) => ({ body: { share: link && toLink(world.origin, link) } }),
	}),
	PATCH: endpoint({
		dialect: "native",
		actor: "owner",
		body: linkChanges,
		run: async ({ world, owner, params, body }) => withFirst(world, [await reviseLink(world, owner, params.id ?? "", body)]),
		write: ([link], { world }) => ({ body: { share: link && toLink(world.origin, link) } }),
	}),
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner, params }) => endLink(world, owner, params.id ?? ""),
	}),
});
