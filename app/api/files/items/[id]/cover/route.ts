import { coverLimit, coverQuery, coverResponse } from "@/lib/http/cover-response";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { coverBlob } from "@/lib/items/cover";
import { anyOwnItem } from "@/lib/items/own-item";

/** GET /api/files/items/:id/cover: the cover of one of the caller's items. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		limit: coverLimit,
		search: coverQuery,
		run: ({ world, owner, params, search, request, late }) =>
			coverResponse(world.blobs, { request, late }, async () =>
				coverBlob(world, (await anyOwnItem(world, owner, params.id ?? "")).id, search.size),
			),
		write: (response) => response,
	}),
});
