import { z } from "zod";
import { thumbnailOf } from "@/lib/contracts/thumbnails";
import { endpoint, uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { removeCover, setCover } from "@/lib/items/cover";
import { anyOwnItem } from "@/lib/items/own-item";

const maxBytes = 20 * 1024 * 1024;

/** /api/items/:id/cover: the own cover of one of the caller's items, given as a picture or taken away. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	PUT: uploadEndpoint({
		dialect: "native",
		upload: { field: "file", maxBytes, words: z.object({}) },
		run: async ({ world, owner, params, file }) => setCover(world, await anyOwnItem(world, owner, params.id ?? ""), file.staged.path),
		write: (item) => ({ body: { thumbnail: thumbnailOf(item, "owner") } }),
	}),
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ world, owner, params }) => removeCover(world, await anyOwnItem(world, owner, params.id ?? "")),
	}),
});
