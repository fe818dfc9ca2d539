import { coverLimit, coverQuery, coverResponse } from "@/lib/http/cover-response";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { itemId } from "@/lib/items/item-id";
import { sharedCover } from "@/lib/shares/shared-cover";

/** GET /api/files/share/:code/items/:itemId/cover: the cover of something that a link shows. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: coverLimit,
		search: coverQuery,
		run: ({ world, params, search, visitor, request, late }) => {
			const asked = { code: params.code ?? "", visitor, itemId: itemId(params.itemId), size: search.size };
			return coverResponse(world.blobs, { request, late }, () => sharedCover(world, asked));
		},
		write: (response) => response,
	}),
});
