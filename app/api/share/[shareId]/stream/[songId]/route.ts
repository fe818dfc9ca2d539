import { endpoint } from "@/lib/http/endpoint";
import { fileResponse } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";
import { itemId } from "@/lib/items/item-id";
import { streamShare } from "@/lib/shares/stream";

/** GET /api/share/:shareId/stream/:songId: the sound, for a grant or a signed-in visitor. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "visitor",
		run: async ({ world, params, query, visitor, request, late }) => {
			const songId = itemId(params.songId);
			const streamable = await streamShare(world, { code: params.shareId ?? "", visitor, songId, grant: query.get("grant") });
			return fileResponse({ ...streamable, blobs: world.blobs, request, late });
		},
		write: (response) => response,
	}),
});
