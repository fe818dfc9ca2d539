import { toOwnMedium } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { versioned } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { restoreMedium } from "@/lib/items/session-media";
import { ownSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";

/** POST /api/sessions/:id/media/:mediaId/restore: takes back what was taken out within the last hour. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	POST: endpoint({
		dialect: "session",
		actor: "owner",
		run: async ({ world, owner, params }) =>
			restoreMedium(world, await ownSession(world, owner, params.id), kinds.session, params.mediaId ?? ""),
		write: (session, { params }) => versioned({ body: { media: toOwnMedium(session, params.mediaId) } }, session),
	}),
});
