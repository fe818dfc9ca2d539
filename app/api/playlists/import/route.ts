import { success, toPlaylist } from "@/lib/contracts/share";
import { uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { importPlaylist, playlistImport } from "@/lib/items/import-playlist";
import { withMembers } from "@/lib/items/members";
import { readListing } from "@/lib/kinds/playlist/files/read-listing";
import { kinds } from "@/lib/kinds/registry";

const maxBytes = 10 * 1024 * 1024;

/** POST /api/playlists/import: a playlist from an M3U8, XSPF or JSPF file, made of the caller's own songs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	POST: uploadEndpoint({
		dialect: "share",
		limit: { name: "playlists.import", per: "minute", max: 30 },
		upload: { field: "file", maxBytes, words: playlistImport },
		run: async ({ world, owner, file, body }) => {
			const { item, ...counts } = await importPlaylist(world, owner, { ...kinds, read: readListing }, file, body);
			return { ...(await withMembers(world, item)), ...counts };
		},
		write: ({ item, members, matched, unmatched }) => success({ playlist: toPlaylist(item, members), matched, unmatched }, 201),
	}),
});
