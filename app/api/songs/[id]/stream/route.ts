import { endpoint } from "@/lib/http/endpoint";
import { fileResponse } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";
import { ownItem } from "@/lib/items/own-item";
import { ownFile } from "@/lib/shares/own-file";

/** GET /api/songs/:id/stream: the sound of one of the caller's own songs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params, request, late }) => {
			const song = await ownItem(world, owner, "song", params.id ?? "", { absent: "song_not_found" });
			return fileResponse({ ...(await ownFile(world, owner, song, "audio", "song_not_found")), blobs: world.blobs, request, late });
		},
		write: (response) => response,
	}),
});
