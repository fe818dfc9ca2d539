import { z } from "zod";
import type { Answer } from "@/lib/http/answer";
import type { AddedSong } from "@/lib/items/songs";
import { kinds } from "@/lib/kinds/registry";
import type { Item, Share, User } from "@/lib/ports";
import { heardKinds } from "@/lib/shares/admit";
import type { Played } from "@/lib/shares/play";
import type { Shared } from "@/lib/shares/read";
import type { VisitState } from "@/lib/shares/visits";
import { type Place, thumbnailOf } from "./thumbnails";

/** An id that cannot be one leads to a new session, as an unknown one does. */
export const sessionBody = z.object({ existingSessionId: z.string().optional().catch(undefined) });
/** A signed-in visitor needs no session. */
export const playBody = z.object({ sessionId: z.string().nullish(), songId: z.union([z.string().min(1), z.number()]) });

/** `contextPlaylistId` null takes the playlist behind the song away; absent leaves it as it is. */
export const newSongShare = z.object({ contextPlaylistId: z.union([z.string(), z.number()]).nullish() });

/** The envelope of family 003 for what went well. */
export function success(data: unknown, status = 200): Answer {
	return { status, body: { success: true, data } };
}

/** A song as its owner and family 003 see it. */
export function toSong(item: Item) {
	const { artist, duration, source, youtubeId } = kinds.song.content.parse(item.content);
	return {
		id: String(item.id),
		title: item.title,
		artist,
		duration,
		thumbnail: thumbnailOf(item, "owner"),
		source,
		youtubeId,
		playCount: item.playCount,
		createdAt: item.createdAt.toISOString(),
	};
}

/** A song that was just uploaded. `sameAs` is an older song of the same file: it was uploaded before. */
export function toAddedSong({ song, sameAs }: AddedSong) {
	return { ...toSong(song), sameAs: sameAs === null ? null : String(sameAs) };
}

/** A song inside a shared playlist: what visitors may see of it. */
function toSharedSong(item: Item, place: Place) {
	const { artist, duration, youtubeId } = kinds.song.published.parse(item.content);
	return { id: String(item.id), youtubeId, title: item.title, artist, duration, thumbnail: thumbnailOf(item, place) };
}

/** A playlist with its songs in order. */
export function toPlaylist(item: Item, songs: Item[]) {
	return {
		id: String(item.id),
		name: item.title,
		description: item.description,
		thumbnail: thumbnailOf(item, "owner", songs[0]),
		songs: songs.map(toSong),
		isPublic: kinds.playlist.content.parse(item.content).isPublic,
		playCount: item.playCount,
		createdAt: item.createdAt.toISOString(),
	};
}

/** An item and, when it is a collection, the member that lends it its cover. */
export type Pictured = { item: Item; first: Item | undefined };

const shareKind = z.enum(heardKinds);

/** What an item is called on a link to it, and its picture. */
function cached({ item, first }: Pictured, place: Place) {
	const kind = shareKind.parse(item.kind);
	const { title, description } = item;
	const line =
		kind === "song"
			? kinds.song.describe({ title, description, content: kinds.song.content.parse(item.content) })
			: kinds.playlist.describe({ title, description, content: kinds.playlist.content.parse(item.content) });
	return { type: kind, title, description: line, thumbnail: thumbnailOf(item, place, first) };
}

function toOwner({ id, username, image }: User) {
	return { id, username, ...(image ? { profilePicture: image } : {}) };
}

/** Where people open the link. */
export function shareUrl(origin: string, share: Share): string {
	return `${origin}${kinds[shareKind.parse(share.kind)].page(share.code)}`;
}

/** Answer to making a link. */
export function toNewShare(
	origin: string,
	{ share, created, ...shown }: Pictured & { share: Share; created: boolean },
	owner: User,
): Answer {
	const { type, ...words } = cached(shown, "owner");
	const { item } = shown;
	return success(
		{
			shareId: share.code,
			shareUrl: shareUrl(origin, share),
			share: {
				id: String(share.id),
				shareId: share.code,
				type,
				owner: toOwner(owner),
				[type]: String(item.id),
				...words,
				viewCount: share.viewCount,
				playCount: share.playCount,
				isActive: share.policy.isActive,
				...(share.contextId === null ? {} : { contextPlaylistId: String(share.contextId) }),
				createdAt: share.createdAt.toISOString(),
				updatedAt: share.updatedAt.toISOString(),
			},
		},
		created ? 201 : 200,
	);
}

/** What a visitor gets to see behind a link. */
export function toSharedContent({ share, item, members, context, owner }: Shared) {
	const place = { share: share.code };
	const { type, ...words } = cached({ item, first: members[0] }, place);
	const createdAt = item.createdAt.toISOString();
	const { playCount } = item;
	const content =
		type === "song"
			? { ...toSharedSong(item, place), playCount, createdAt }
			: {
					id: String(item.id),
					name: item.title,
					description: item.description,
					thumbnail: words.thumbnail,
					songs: members.map((song) => toSharedSong(song, place)),
					...kinds.playlist.published.parse(item.content),
					playCount,
					createdAt,
				};
	return {
		share: {
			id: String(share.id),
			shareId: share.code,
			type,
			owner: toOwner(owner),
			...words,
			viewCount: share.viewCount,
			playCount: share.playCount,
			createdAt: share.createdAt.toISOString(),
		},
		type,
		content,
		...(context ? { contextPlaylist: toContext(context, place) } : {}),
	};
}

/** The playlist behind a shared song. */
function toContext({ item, members }: { item: Item; members: Item[] }, place: Place) {
	const songs = members.map((song) => toSharedSong(song, place));
	return { id: String(item.id), name: item.title, thumbnail: thumbnailOf(item, place, members[0]), songs };
}

/** A line of "my shares". */
export function toMyShare(origin: string, { share, ...shown }: Pictured & { share: Share }) {
	const { type, ...words } = cached(shown, "owner");
	const { item } = shown;
	const { thumbnail } = words;
	const id = String(item.id);
	const about =
		type === "song"
			? { song: { id, title: item.title, artist: kinds.song.published.parse(item.content).artist, thumbnail } }
			: { playlist: { id, name: item.title, thumbnail } };
	return {
		id: String(share.id),
		shareId: share.code,
		shareUrl: shareUrl(origin, share),
		type,
		...words,
		viewCount: share.viewCount,
		playCount: share.playCount,
		...about,
		isActive: share.policy.isActive,
		lastAccessedAt: share.lastAccessedAt?.toISOString() ?? null,
		createdAt: share.createdAt.toISOString(),
		updatedAt: share.updatedAt.toISOString(),
	};
}

/** Without a limit there is always more to play, and nothing remains to be counted. */
function allowance(remaining: number | null) {
	return { canPlayMore: remaining !== 0, hasReachedLimit: remaining === 0 };
}

export function toVisit({ id, playCount, remaining }: VisitState) {
	return { sessionId: id, playCount, ...allowance(remaining) };
}

export function toVisitStatus(visit: VisitState & { songs: number[] }) {
	return { ...toVisit(visit), remainingPlays: visit.remaining, songsPlayed: visit.songs.map(String) };
}

/** A song from YouTube has no `streamUrl`: it plays there. */
export function toPlayed({ playCount, remaining, streamPath }: Played) {
	return { playCount, ...allowance(remaining), remainingPlays: remaining, ...(streamPath ? { streamUrl: streamPath } : {}) };
}
