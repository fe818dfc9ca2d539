import { success, toSong } from "@/lib/contracts/share";
import { endpoint } from "@/lib/http/endpoint";
import { versioned, wantedVersion } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { ownItem } from "@/lib/items/own-item";
import { removeItem } from "@/lib/items/remove";
import { editSong, songChanges } from "@/lib/items/songs";
import { kinds } from "@/lib/kinds/registry";

const absent = { absent: "song_not_found" } as const;

/** /api/songs/:id: one of the caller's songs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, owner, params }) => ownItem(world, owner, "song", params.id ?? "", absent),
		write: (song) => versioned(success(toSong(song)), song),
	}),
	PATCH: endpoint({
		dialect: "share",
		actor: "owner",
		body: songChanges,
		run: async ({ world, owner, params, body, request }) => {
			const song = await ownItem(world, owner, "song", params.id ?? "", absent);
			return editSong(world, song, kinds.song, body, wantedVersion(request));
		},
		write: (song) => versioned(success(toSong(song)), song),
	}),
	DELETE: endpoint({
		dialect: "share",
		actor: "owner",
		run: async ({ world, owner, params }) => removeItem(world, await ownItem(world, owner, "song", params.id ?? "", absent)),
		write: () => ({ body: { success: true, message: "Song deleted successfully" } }),
	}),
});
