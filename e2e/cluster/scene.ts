import type { Account, Song } from "../support/account";

export type Link = { owner: Account; songs: Song[]; playlistId: string; shareId: string };

/** A link to a playlist of this many songs that play from YouTube, so that no file is needed. */
export async function videoLink(owner: Account, count: number): Promise<Link> {
	const songs: Song[] = [];
	for (let place = 1; place <= count; place++) {
		const id = crypto.randomUUID().replaceAll("-", "").slice(0, 11);
		songs.push(await owner.video(id, `Song ${place}`));
	}
	const playlist = await owner.playlist("Night drive", songs);
	const { shareId } = await owner.share("playlist", playlist.id);
	return { owner, songs, playlistId: playlist.id, shareId };
}
