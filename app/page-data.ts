import { headers } from "next/headers";
import { cache } from "react";
import type { Account } from "@/components/account/model";
import type { Playlist, Song } from "@/components/library/model";
import type { MyShare, SharedPage } from "@/components/share/model";
import type { Owner, Visitor } from "@/lib/authority";
import { toMyShare, toPlaylist, toSharedContent, toSong } from "@/lib/contracts/share";
import { readActor } from "@/lib/http/actor";
import { listWithMembers, withMembers } from "@/lib/items/members";
import { ownItem } from "@/lib/items/own-item";
import { platform } from "@/lib/platform";
import { isRefused } from "@/lib/refused";
import { readShare } from "@/lib/shares/read";
import { shareState } from "@/lib/shares/state";

/** Who looks at this page; read once a request. */
const viewer = cache(async (): Promise<Visitor> => {
	const sent = await headers();
	const { owner } = await readActor(platform(), sent);
	return { owner, address: "", userAgent: "" };
});

/** The signed-in account, or null. */
export async function currentAccount(): Promise<Account | null> {
	const { owner } = await viewer();
	if (!owner) return null;
	const { id, email, username, name, image } = owner.user;
	return { id, email, username, name, image };
}

/** Everything the account has, newest first; nothing without an account. */
export function library(): Promise<{ songs: Song[]; playlists: Playlist[] }> {
	return forOwner({ songs: [], playlists: [] }, async (owner) => {
		const world = platform();
		const [songs, playlists] = await Promise.all([
			world.items.list({ ownerId: owner.id, kind: "song" }),
			listWithMembers(world, owner, "playlist"),
		]);
		return { songs: songs.map(toSong), playlists: playlists.map(({ item, members }) => toPlaylist(item, members)) };
	});
}

/** One of the account's playlists, or null. */
export function playlist(id: string): Promise<Playlist | null> {
	return forOwner(null, async (owner) => {
		const item = await ownItem(platform(), owner, "playlist", id, { absent: "playlist_not_found" });
		return toPlaylist(item, (await withMembers(platform(), item)).members);
	});
}

/** One of the account's songs, or null. */
export function song(id: string): Promise<Song | null> {
	return forOwner(null, async (owner) => toSong(await ownItem(platform(), owner, "song", id, { absent: "song_not_found" })));
}

/** The account's links that are not ended, newest first. */
export function myShares(): Promise<MyShare[]> {
	return forOwner([], async (owner) => {
		const { shares, clock, origin } = platform();
		const rows = await shares.listPrimary(owner.id);
		return rows.map((row) => {
			const { id, shareId, shareUrl, type, title, description, thumbnail, viewCount, playCount, lastAccessedAt, createdAt } = toMyShare(
				origin,
				row,
			);
			const state = shareState(row.share, clock.now());
			const itemId = String(row.item.id);
			return { id, shareId, shareUrl, type, itemId, title, description, thumbnail, viewCount, playCount, state, lastAccessedAt, createdAt };
		});
	});
}

/** What a link shows this visitor, or why not. Rendering counts nothing: the page's script says that it was opened. */
export async function sharedPage(code: string): Promise<SharedPage> {
	const visitor = await viewer();
	try {
		const shared = await readShare(platform(), code, visitor, { counts: false });
		const { share, content } = toSharedContent(shared);
		const songs = "songs" in content ? content.songs : [content];
		return {
			refusal: null,
			shareId: share.shareId,
			type: share.type,
			title: share.title,
			description: shared.item.description,
			ownerName: shared.owner.name ?? shared.owner.username,
			thumbnail: share.thumbnail,
			tracks: songs.map(({ id, title, artist, duration, thumbnail }) => ({ id, title, artist, duration, thumbnail })),
			signedIn: visitor.owner !== null,
			owner: visitor.owner?.id === shared.owner.id,
			playLimit: visitor.owner ? null : shared.share.policy.playLimit,
		};
	} catch (error) {
		if (!isRefused(error)) throw error;
		if (error.code === "share_expired") return { refusal: "expired" };
		if (error.code === "share_not_open_yet") return { refusal: "not_open_yet", opensAt: String(error.fields.opensAt) };
		return { refusal: "not_found" };
	}
}

async function forOwner<T>(without: T, read: (owner: Owner) => Promise<T>): Promise<T> {
	const { owner } = await viewer();
	if (!owner) return without;
	try {
		return await read(owner);
	} catch (error) {
		if (isRefused(error)) return without;
		throw error;
	}
}
