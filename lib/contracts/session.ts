import { z } from "zod";
import { kinds } from "@/lib/kinds/registry";
import type { Item, ItemHead, Share, User } from "@/lib/ports";
import type { Published } from "@/lib/shares/published";
import type { ReadItem } from "@/lib/shares/read-item";
import { filePath, type Place, thumbnailOf } from "./thumbnails";

export const sessionQuery = z.object({
	limit: z.coerce.number().int().min(1).max(200).default(50),
	/** As the answer before this one gave it. */
	cursor: z.string().max(2_000).optional(),
});

/** `userId` makes a link for that account alone. What cannot be an account's is nobody's. */
export const sessionShareBody = z.object({ userId: z.unknown().optional() });

type Shown = ReturnType<typeof kinds.session.publish>;
type Medium = Shown["media"][number];
type Head = { item: ItemHead; content: Shown; isPublic: boolean };

/** A session of its owner. */
export function toOwnSession({ item, isPublic }: Published) {
	return toSession({ item, content: kinds.session.publish(item.content), isPublic }, "owner");
}

/** A session of its owner with all that is in it. */
export function toWholeSession(published: Published) {
	return { session: toOwnSession(published), media: toOwnMedia(published.item) };
}

/** Everything in a session of its owner, in order; `only` leaves the others out. */
export function toOwnMedia(item: Item, only: (id: number) => boolean = () => true) {
	const { media } = kinds.session.publish(item.content);
	return media.map((medium, order) => toMedium(item.id, medium, order, "owner")).filter(({ id }) => only(id));
}

/** The one of them that was asked for. */
export function toOwnMedium(item: Item, id: string | undefined) {
	return toOwnMedia(item, (each) => String(each) === id)[0] ?? null;
}

/** A session behind a link, for who sees all of it. */
export function toSharedSession(read: ReadItem<Shown>) {
	const { share, item, content } = read;
	// Whoever comes by a link that is for everybody looks at something public.
	const session = toSession({ item, content, isPublic: share.forUserId === null }, { share: share.code });
	return { session, media: toSharedMedia(read).media };
}

/** What is in a session behind a link. */
export function toSharedMedia({ share, item, content }: ReadItem<Shown>) {
	return { media: content.media.map((medium, order) => toMedium(item.id, medium, order, { share: share.code })) };
}

/** What somebody without an account sees of a session: what it is, and its first pictures, small. */
export function toSessionPreview({ share, item, owner, content }: ReadItem<Shown>) {
	const place = { share: share.code };
	const { title, description, intervalMin, intervalMax, transition, thumbnail, createdAt } = toSession(
		{ item, content, isPublic: true },
		place,
	);
	const shown = content.media.filter(({ id }) => kinds.session.shows(`thumb-${id}`, content, "preview"));
	return {
		shareCode: share.code,
		session: { title, description, thumbnail, mediaCount: content.media.length, intervalMin, intervalMax, transition, createdAt },
		owner: { displayName: owner.name ?? owner.username, avatarUrl: owner.image },
		previewMedia: shown.map((medium, order) => ({ id: medium.id, type: medium.type, thumbnail: thumbOf(item.id, medium, place), order })),
		requiresAuth: true,
	};
}

/** Answer to sharing a session: these three fields and no other. */
export function toSessionShare(origin: string, { code }: Pick<Share, "code">, { referralCode }: Pick<User, "referralCode">) {
	return { shareCode: code, shareUrl: `${origin}${kinds.session.page(code)}?r=${referralCode}`, referralCode };
}

function toSession({ item, content, isPublic }: Head, place: Place) {
	const { media, ...settings } = content;
	return {
		id: item.id,
		title: item.title,
		description: item.description,
		...settings,
		thumbnail: thumbnailOf(item, place),
		isPublic,
		mediaCount: media.length,
		createdAt: item.createdAt.toISOString(),
		updatedAt: item.updatedAt.toISOString(),
	};
}

function toMedium(sessionId: number, medium: Medium, order: number, place: Place) {
	const { id, type, caption, width, height, seconds } = medium;
	const thumbnail = thumbOf(sessionId, medium, place);
	return { id, sessionId, mediaUrl: filePath(sessionId, `media-${id}`, place), thumbnail, caption, type, order, width, height, seconds };
}

/** Its version stands in its address, for a video may be given another one. */
function thumbOf(sessionId: number, { id, thumbnail }: Medium, place: Place): string | null {
	return thumbnail && `${filePath(sessionId, `thumb-${id}`, place)}?v=${thumbnail}`;
}
