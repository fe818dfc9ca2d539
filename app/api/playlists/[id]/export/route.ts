import { z } from "zod";
import { privateHeaders } from "@/lib/http/answer";
import { attachment } from "@/lib/http/attachment";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { exportPlaylist } from "@/lib/items/export-playlist";
import { ownItem } from "@/lib/items/own-item";
import { listingFormat, writeListing } from "@/lib/kinds/playlist/files/write-listing";
import { kinds } from "@/lib/kinds/registry";

/** GET /api/playlists/:id/export?format=: one of the caller's playlists as a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		search: z.object({ format: listingFormat }),
		run: async ({ world, owner, params, search: { format } }) => {
			const playlist = await ownItem(world, owner, "playlist", params.id ?? "", { absent: "playlist_not_found" });
			const listing = await exportPlaylist(world, playlist, kinds.song);
			return { ...writeListing(format, listing), fileName: `${playlist.title}.${format}` };
		},
		write: ({ text, type, fileName }) =>
			new Response(text, { headers: { ...privateHeaders, "Content-Type": type, "Content-Disposition": attachment(fileName) } }),
	}),
});
