import { setTimeout as wait } from "node:timers/promises";
import type { Account, Song } from "../support/account";
import { testRedis } from "../support/throw-away";

export type Link = { owner: Account; songs: Song[]; playlistId: string; shareId: string };

/** When a stream at one server must know what was acknowledged at the other a moment ago: without a Redis it looks by itself, twice a second. */
export const streamsHaveHeard = () => wait(testRedis() ? 0 : 1_000);

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
