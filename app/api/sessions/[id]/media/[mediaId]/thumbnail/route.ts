import { z } from "zod";
import { toOwnMedium } from "@/lib/contracts/session";
import { uploadEndpoint } from "@/lib/http/endpoint";
import { versioned } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { setPoster } from "@/lib/items/session-poster";
import { ownSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";

const maxBytes = 20 * 1024 * 1024;

/** PUT /api/sessions/:id/media/:mediaId/thumbnail: the picture that stands for a video. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	PUT: uploadEndpoint({
		dialect: "session",
		upload: { field: "file", maxBytes, words: z.object({}) },
		run: async ({ world, owner, params, file }) =>
			setPoster(world, await ownSession(world, owner, params.id), kinds.session, params.mediaId ?? "", file.staged.path),
		write: (session, { params }) => versioned({ body: { media: toOwnMedium(session, params.mediaId) } }, session),
	}),
});
