import { newSongShare, toNewShare } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { ownSong } from "@/lib/items/youtube-songs";
import { kinds } from "@/lib/kinds/registry";
import { contextFor } from "@/lib/shares/context";
import { publishItem } from "@/lib/shares/publish";

/** POST /api/share/song/:songId: the song's link, made or found. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	POST: endpoint({
		dialect: "share",
		actor: "owner",
		body: newSongShare,
		run: async ({ world, owner, params, body: { contextPlaylistId: wanted } }) => {
			const item = await ownSong(world, owner, params.songId ?? "");
			const context = wanted == null ? wanted : await contextFor(world, owner, item, wanted);
			return {
				item,
				first: undefined,
				...(await publishItem(world, owner, item, kinds.song, context === undefined ? {} : { contextId: context })),
			};
		},
		write: (published, { world, owner }) => toNewShare(world.origin, published, owner.user),
	}),
});
