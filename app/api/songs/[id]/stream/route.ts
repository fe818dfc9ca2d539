import { isStillSignedIn } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import { endpoint } from "@/lib/http/endpoint";
import { fileResponse } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";
import { ownItem } from "@/lib/items/own-item";
import { Refused } from "@/lib/refused";

/** GET /api/songs/:id/stream: the sound of one of the caller's own songs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params, request, late }) => {
			const song = await ownItem(world, owner, "song", params.id ?? "", { absent: "song_not_found" });
			const blob = await world.items.blob(song.id, "audio");
			if (!blob) throw new Refused("song_not_found");
			const whenCut = (cut: () => void) =>
				watchChanges(world.bus, { itemIds: [song.id], ownerIds: [owner.id] }, async () => {
					if (!(await world.items.byId(song.id)) || !(await isStillSignedIn(world, owner))) cut();
				});
			return fileResponse({ blob, blobs: world.blobs, request, late, whenCut });
		},
		write: (response) => response,
	}),
});
