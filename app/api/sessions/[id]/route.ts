import { toWholeSession } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { removeItem } from "@/lib/items/remove";
import { editSession, ownSession, sessionChanges } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";
import { withLink } from "@/lib/shares/published";

/** /api/sessions/:id: one of the caller's sessions. `isPublic` turns its link on and off. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	GET: endpoint({
		dialect: "session",
		actor: "owner",
		run: async ({ world, owner, params }) => withLink(world, owner, await ownSession(world, owner, params.id), kinds.session),
		write: (session) => versioned({ body: toWholeSession(session) }, session.item),
	}),
	PATCH: endpoint({
		dialect: "session",
		actor: "owner",
		body: sessionChanges,
		run: async ({ world, owner, params, body, request }) => {
			const session = await ownSession(world, owner, params.id);
			const edited = await editSession(world, session, kinds.session, body, wantedVersion(request));
			return withLink(world, owner, edited, kinds.session, body.isPublic);
		},
		write: (session) => versioned({ body: toWholeSession(session) }, session.item),
	}),
	DELETE: endpoint({
		dialect: "session",
		actor: "owner",
		run: async ({ world, owner, params }) => removeItem(world, await ownSession(world, owner, params.id)),
	}),
});
