import { sessionShareBody, toSessionShare } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { ownSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";
import { shareWith } from "@/lib/shares/share-with";
import { shareItem } from "@/lib/shares/turn";

/** POST /api/sessions/:id/share: the session's link, made, found or turned on again; with `userId` that account's own. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	POST: endpoint({
		dialect: "session",
		actor: "owner",
		body: sessionShareBody,
		words: { not_your_session: "You do not have permission to share this session", failed: "Failed to share session" },
		run: async ({ world, owner, params, body: { userId } }) => {
			const session = await ownSession(world, owner, params.id);
			if (userId === undefined || userId === null) return shareItem(world, owner, session, kinds.session);
			return shareWith(world, owner, session, kinds.session, typeof userId === "string" ? userId : "");
		},
		write: ({ share }, { world, owner }) => ({ body: toSessionShare(world.origin, share, owner.user) }),
	}),
});
