import { toOwnMedium } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { versioned } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { captionMedium, mediumChanges, removeMedium } from "@/lib/items/session-media";
import { ownSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";

/** /api/sessions/:id/media/:mediaId: the caption of a picture or video; takes it out. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	PATCH: endpoint({
		dialect: "session",
		actor: "owner",
		body: mediumChanges,
		run: async ({ world, owner, params, body }) =>
			captionMedium(world, await ownSession(world, owner, params.id), kinds.session, params.mediaId ?? "", body.caption),
		write: (session, { params }) => versioned({ body: { media: toOwnMedium(session, params.mediaId) } }, session),
	}),
	DELETE: endpoint({
		dialect: "session",
		actor: "owner",
		run: async ({ world, owner, params }) =>
			removeMedium(world, await ownSession(world, owner, params.id), kinds.session, params.mediaId ?? ""),
		write: () => ({ status: 204 }),
	}),
});
