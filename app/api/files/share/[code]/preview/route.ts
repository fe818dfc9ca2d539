import { toLinkPreview } from "@/lib/contracts/link-preview";
import { endpoint } from "@/lib/http/endpoint";
import { previewLimit, previewResponse } from "@/lib/http/preview-response";
import { route } from "@/lib/http/route";
import { sharedPreview } from "@/lib/shares/preview";

/** GET /api/files/share/:code/preview: the picture of a link that is open to anyone, for chats and the like. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: previewLimit,
		run: ({ world, params, request }) =>
			previewResponse(world.blobs, request, async () => toLinkPreview(await sharedPreview(world, params.code ?? "")).picture),
		write: (response) => response,
	}),
});
