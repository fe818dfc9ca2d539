import { success, toPlaylist } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { withMembers } from "@/lib/items/members";
import { ownItem } from "@/lib/items/own-item";
import { editPlaylist, playlistChanges } from "@/lib/items/playlists";
import { removeItem } from "@/lib/items/remove";
import { kinds } from "@/lib/kinds/registry";

const absent = { absent: "playlist_not_found" } as const;

/** /api/playlists/:id: one of the caller's playlists with its songs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params }) => withMembers(world, await ownItem(world, owner, "playlist", params.id ?? "", absent)),
		write: ({ item, members }) => versioned(success(toPlaylist(item, members)), item),
	}),
	PATCH: endpoint({
		dialect: "share",
		actor: "owner",
		body: playlistChanges,
		run: async ({ world, owner, params, body, request }) => {
			const playlist = await ownItem(world, owner, "playlist", params.id ?? "", absent);
			return withMembers(world, await editPlaylist(world, owner, playlist, kinds.playlist, body, wantedVersion(request)));
		},
		write: ({ item, members }) => versioned(success(toPlaylist(item, members)), item),
	}),
	DELETE: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params }) => removeItem(world, await ownItem(world, owner, "playlist", params.id ?? "", absent)),
		write: () => ({ body: { success: true, message: "Playlist deleted successfully" } }),
	}),
});
