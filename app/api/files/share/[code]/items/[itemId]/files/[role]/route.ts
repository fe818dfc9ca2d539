import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { fileLimit, roleOf, storedFile } from "@/lib/http/stored-file";
import { itemId } from "@/lib/items/item-id";
import { kindNamed } from "@/lib/kinds/registry";
import { sharedFile } from "@/lib/shares/shared-file";

/** GET /api/files/share/:code/items/:itemId/files/:role: a file of what a link shows; with `?download=1` one to keep. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: fileLimit,
		run: async ({ world, params, query, visitor, request, late }) => {
			const toKeep = query.has("download");
			const asked = { code: params.code ?? "", visitor, itemId: itemId(params.itemId), role: roleOf(params), toKeep };
			return storedFile(world, await sharedFile(world, kindNamed, asked), { request, late }, toKeep ? asked.role : null);
		},
		write: (response) => response,
	}),
});
