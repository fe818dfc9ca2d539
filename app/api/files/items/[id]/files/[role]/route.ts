import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { fileLimit, roleOf, storedFile } from "@/lib/http/stored-file";
import { anyOwnItem } from "@/lib/items/own-item";
import { ownFile } from "@/lib/shares/own-file";

/** GET /api/files/items/:id/files/:role: a file of one of the caller's items. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		limit: fileLimit,
		run: async ({ world, owner, params, request, late }) =>
			storedFile(world, await ownFile(world, owner, await anyOwnItem(world, owner, params.id ?? ""), roleOf(params)), { request, late }),
		write: (response) => response,
	}),
});
