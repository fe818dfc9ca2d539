import { success, toPlaylist } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { listWithMembers, withMembers } from "@/lib/items/members";
import { createPlaylist, newPlaylist } from "@/lib/items/playlists";
import { kinds } from "@/lib/kinds/registry";

/** /api/playlists: the caller's playlists, newest first; a new one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, owner }) => listWithMembers(world, owner, "playlist"),
		write: (playlists) => success(playlists.map(({ item, members }) => toPlaylist(item, members))),
	}),
	POST: endpoint({
		dialect: "share",
		actor: "owner",
		body: newPlaylist,
		run: async ({ world, owner, body }) => withMembers(world, await createPlaylist(world, owner, kinds.playlist, body)),
		write: ({ item, members }) => success(toPlaylist(item, members), 201),
	}),
});
