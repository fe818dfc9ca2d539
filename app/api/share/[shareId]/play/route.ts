import { playBody, success, toPlayed } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { idempotencyKey } from "@/lib/http/idempotency-key";
import { route } from "@/lib/http/route";
import { itemId } from "@/lib/items/item-id";
import { playShare } from "@/lib/shares/play";

/** POST /api/share/:shareId/play: spends one of the visitor's plays. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	POST: endpoint({
		dialect: "share",
		actor: "visitor",
		body: playBody,
		bad: "play_fields_missing",
		run: ({ world, params, body, visitor, request }) => {
			const key = idempotencyKey(request);
			return playShare(world, {
				code: params.shareId ?? "",
				visitor,
				sessionId: body.sessionId || undefined,
				songId: itemId(body.songId),
				idempotencyKey: key,
			});
		},
		write: (played) => success(toPlayed(played)),
	}),
});
