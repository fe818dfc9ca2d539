import { attachment } from "@/lib/http/attachment";
import { endpoint } from "@/lib/http/endpoint";
import { fileResponse } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";
import { itemId } from "@/lib/items/item-id";
import { fileEnding } from "@/lib/media/file-ending";
import { downloadShare } from "@/lib/shares/stream";

/** GET /api/files/share/:code/items/:itemId/download: a song to keep, where the link allows it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		run: async ({ world, params, visitor, request, late }) => {
			const found = await downloadShare(world, { code: params.code ?? "", visitor, songId: itemId(params.itemId) });
			const name = attachment(`${found.title}${fileEnding(found.blob.type)}`);
			return fileResponse({ ...found, blobs: world.blobs, request, late, headers: { "Content-Disposition": name } });
		},
		write: (response) => response,
	}),
});
