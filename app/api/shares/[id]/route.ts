import { changeLimit, linkRevision, toLink } from "@/lib/contracts/links";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { withFirst } from "@/lib/items/members";
import { endLink } from "@/lib/shares/end";
import { ownLink } from "@/lib/shares/own-link";
import { reviseLink } from "@/lib/shares/revise";

/** /api/shares/:id: one of the caller's links. `If-Match` changes just the version that somebody saw. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => withFirst(world, [await ownLink(world, owner, params.id ?? "")]),
		write: toAnswer,
	}),
	PATCH: endpoint({
		dialect: "native",
		actor: "owner",
		limit: changeLimit,
		body: linkRevision,
		run: async ({ world, owner, params, body, request }) =>
			withFirst(world, [await reviseLink(world, owner, params.id ?? "", body, wantedVersion(request))]),
		write: toAnswer,
	}),
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner, params }) => endLink(world, owner, params.id ?? ""),
	}),
});

function toAnswer([link]: Parameters<typeof toLink>[1][], { world }: { world: { origin: string } }) {
	const share = link && toLink(world.origin, link);
	return versioned({ body: { share } }, { version: share?.version ?? 0 });
}
