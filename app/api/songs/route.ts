import { success, toSong } from "@/lib/contracts/share";
import { endpoint, uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { addSong, songUpload } from "@/lib/items/songs";
import { kinds } from "@/lib/kinds/registry";

const maxBytes = 200 * 1024 * 1024;

/** /api/songs: the caller's songs, newest first; a new one from an uploaded file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, owner }) => world.items.list({ ownerId: owner.id, kind: "song" }),
		write: (songs) => success(songs.map(toSong)),
	}),
	POST: uploadEndpoint({
		dialect: "share",
		upload: { field: "file", maxBytes, words: songUpload },
		run: ({ world, owner, file, body }) => addSong(world, owner, kinds.song, file, body),
		write: (song) => success(toSong(song), 201),
	}),
});
