import { success, toAddedSong, toSong } from "@/lib/contracts/share";
import { byBody } from "@/lib/http/by-body";
import { endpoint, uploadEndpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { addSong, songUpload } from "@/lib/items/songs";
import { addYoutubeSong } from "@/lib/items/youtube-songs";
import { kinds } from "@/lib/kinds/registry";
import { newYoutubeSong } from "@/lib/youtube-link";

const maxBytes = 200 * 1024 * 1024;

/** /api/songs: the caller's songs, newest first; a new one from an uploaded file or a YouTube video. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("share", {
	GET: endpoint({
		dialect: "share",
		actor: "owner",
		run: ({ world, owner }) => world.items.list({ ownerId: owner.id, kind: "song" }),
		write: (songs) => success(songs.map(toSong)),
	}),
	POST: byBody({
		form: uploadEndpoint({
			dialect: "share",
			upload: { field: "file", maxBytes, words: songUpload },
			run: ({ world, owner, file, body }) => addSong(world, owner, kinds.song, file, body),
			write: (added) => success(toAddedSong(added), 201),
		}),
		json: endpoint({
			dialect: "share",
			actor: "owner",
			body: newYoutubeSong,
			run: ({ world, owner, body }) => addYoutubeSong(world, owner, kinds.song, body),
			write: ({ song, created }) => success(toSong(song), created ? 201 : 200),
		}),
	}),
});
