import type { Item } from "@/lib/ports";
import type { Kind } from "@/lib/shares/kind";

/** A picture or video of a session; its files are `media-<id>` and, with a thumbnail, `thumb-<id>`. */
export type Medium = {
	id: number;
	type: "image" | "video";
	caption: string;
	width: number;
	height: number;
	seconds: number | null;
	size: number;
	thumbnail: string | null;
};
/** One that was taken out, at that time (ISO), from that place. */
export type Removed = Medium & { place: number; at: string };
export type SessionContent = {
	intervalMin: number;
	intervalMax: number;
	transition: "fade" | "slide" | "zoom" | "flip" | "none";
	isManualMode: boolean;
	media: Medium[];
	removed: Removed[];
	nextMediaId: number;
};

/** The kind of sessions, as far as they are known here. */
export type SessionKind = { content: { parse(content: unknown): SessionContent } } & Kind;

export const mostMedia = 500;

/** The roles of the files of a medium. */
export const rolesOf = ({ id, thumbnail }: Pick<Medium, "id" | "thumbnail">): string[] => [
	`media-${id}`,
	...(thumbnail === null ? [] : [`thumb-${id}`]),
];

export function contentOf(kind: SessionKind, { content }: Pick<Item, "content">): SessionContent {
	return kind.content.parse(content);
}
