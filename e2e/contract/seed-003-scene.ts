import { Account, type Song } from "../support/account";
import { byToken } from "../support/credentials";
import { change } from "../support/database";
import type { Lane } from "../support/lane-servers";
import { date, id, sessionId, shareId } from "./shapes";
import type { Data } from "./visitor";

export type Made = Data<{ shareId: string; shareUrl: string; share: { id: string } }>;

const picture = "https://example.com/profile.jpg";
export const blinding = {
	youtubeId: "4NRXx6U8ABQ",
	title: "Blinding Lights",
	artist: "The Weeknd",
	duration: 200,
	thumbnail: "https://i.ytimg.com/vi/4NRXx6U8ABQ/mqdefault.jpg",
};

/** Somebody with the song and the playlist that the document is about. */
export async function scene(lane: Lane) {
	const account = await Account.signUp(lane.url);
	await change(lane, "UPDATE User SET image = ? WHERE id = ?", picture, account.user.id);
	const owner = await byToken(account);
	const song = (await owner.post<Data<Song>>("/api/songs", blinding)).body.data;
	const words = { name: "My Awesome Playlist", description: "The best songs collection" };
	const playlist = (await owner.post<Data<{ id: string }>>("/api/playlists", { ...words, songs: [song.id] })).body.data;
	/** What stands in our answers where the document has its own values. */
	const own = (more: Record<string, unknown> = {}): ReadonlyMap<string, unknown> =>
		new Map<string, unknown>([
			["date", date],
			["507f1f77bcf86cd799439011", id],
			["507f1f77bcf86cd799439014", id],
			["507f1f77bcf86cd799439012", account.user.id],
			["507f1f77bcf86cd799439013", playlist.id],
			["507f1f77bcf86cd799439015", song.id],
			["john_doe", account.user.username],
			// A playlist without a cover of its own shows its first song's.
			["https://example.com/thumbnail.jpg", blinding.thumbnail],
			["a1b2c3d4e5f6g7h8", shareId],
			["x9y8z7w6v5u4t3s2", shareId],
			["a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6", sessionId],
			...Object.entries(more),
		]);
	return { account, owner, song, playlist, own };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

/** The scene with links to both, the song's made first. */
export async function shared(lane: Lane) {
	const all = await scene(lane);
	const songLink = await all.account.share("song", all.song.id);
	const playlistLink = await all.account.share("playlist", all.playlist.id);
	return { ...all, songLink, playlistLink };
}

/** A link to a playlist of this many uploads. */
export async function uploads({ account, owner }: Scene, count: number) {
	const songs: Song[] = [];
	for (let place = 0; place < count; place++) songs.push(await account.upload({ seconds: 0.1 }));
	const body = { name: "Uploads", songs: songs.map((song) => song.id) };
	const playlist = (await owner.post<Data<{ id: string }>>("/api/playlists", body)).body.data;
	return { songs, ...(await account.share("playlist", playlist.id)) };
}
