import { toNewShare } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { firstOf } from "@/lib/items/members";
import { ownItem } from "@/lib/items/own-item";
import { kinds } from "@/lib/kinds/registry";
import { publishItem } from "@/lib/shares/publish";

/** POST /api/share/playlist/:playlistId: the playlist's link, made or found. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	POST: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params }) => {
			const absent = { absent: "playlist_not_found", foreign: "not_your_playlist" } as const;
			const item = await ownItem(world, owner, "playlist", params.playlistId ?? "", absent);
			return firstOf(world, { item, ...(await publishItem(world, owner, item, kinds.playlist)) });
		},
		write: (published, { world, owner }) => toNewShare(world.origin, published, owner.user),
	}),
});
