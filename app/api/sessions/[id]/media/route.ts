import { toOwnMedia } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { uploadsEndpoint } from "@/lib/http/uploads-endpoint";
import { mostMedia } from "@/lib/items/session-content";
import { addMedia, mediaOrder, orderMedia, refuseFull } from "@/lib/items/session-media";
import { ownSession } from "@/lib/items/sessions";
import { discardSlide, stageSlide } from "@/lib/items/slides";
import { kinds } from "@/lib/kinds/registry";

const maxBytes = 500 * 1024 * 1024;

/** /api/sessions/:id/media: adds pictures and videos, many at once; puts them in another order. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	POST: uploadsEndpoint({
		dialect: "session",
		uploads: { files: "files", texts: "captions", maxBytes, most: mostMedia },
		find: async ({ world, owner, params }) => refuseFull(kinds.session, await ownSession(world, owner, params.id)),
		take: ({ blobs }, staged) => stageSlide(blobs, staged),
		giveUp: discardSlide,
		run: ({ world, found, ...received }) => addMedia(world, found, kinds.session, received),
		write: ({ session, media, skipped }) => {
			const added = new Set(media.map(({ id }) => id));
			return versioned({ status: 201, body: { media: toOwnMedia(session, (id) => added.has(id)), skipped } }, session);
		},
	}),
	PATCH: endpoint({
		dialect: "session",
		actor: "owner",
		body: mediaOrder,
		run: async ({ world, owner, params, body, request }) =>
			orderMedia(world, await ownSession(world, owner, params.id), kinds.session, body.order, wantedVersion(request)),
		write: (session) => versioned({ body: { media: toOwnMedia(session) } }, session),
	}),
});
