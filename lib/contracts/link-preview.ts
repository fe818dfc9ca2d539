import { createHash } from "node:crypto";
import { z } from "zod";
import type { Oklch } from "@/lib/drawn-cover";
import { kinds } from "@/lib/kinds/registry";
import type { LinkWords } from "@/lib/media/link-words";
import type { BlobRow, Item } from "@/lib/ports";
import { type KindName, kindNames } from "@/lib/shares/kind";
import type { Preview } from "@/lib/shares/preview";
import { tidy } from "@/lib/text";

/** A link's picture: what it says, and its cover. `version` changes when the picture does. */
export type PreviewPicture = { words: LinkWords; cover: BlobRow | null; version: string };

type Told = Omit<LinkWords, "title" | "accent"> & { description: string };
type Look = { type: "music.playlist" | "music.song"; accent: Oklch; tell(item: Item, members: Item[]): Told };

const looks: Record<KindName, Look> = {
	playlist: {
		type: "music.playlist",
		accent: [0.54, 0.2, 285],
		tell({ title, description, content }, { length }) {
			const label = `Playlist · ${length.toLocaleString("en")} ${length === 1 ? "song" : "songs"}`;
			const line = kinds.playlist.describe({ title, description, content: kinds.playlist.content.parse(content) });
			return { label, line, description: line || label };
		},
	},
	song: {
		type: "music.song",
		accent: [0.55, 0.2, 10],
		tell({ title, description, content }) {
			const song = kinds.song.content.parse(content);
			return { label: "Song", line: song.artist, description: kinds.song.describe({ title, description, content: song }) };
		},
	},
};
/** Raised when the same words and cover come to look different. */
const drawing = 1;
const longest = 200;

/** Text for programs that show it among other text: one line, and nothing in it that turns its neighbours around. */
const inLine = (text: string) => tidy(text.replace(/\p{Bidi_Control}/gu, ""), longest);

/** What a preview says of a link in words, and its picture. */
export function toLinkPreview({ share, item, members, cover }: Preview) {
	const { type, accent, tell } = looks[z.enum(kindNames).parse(item.kind)];
	const { label, line, description } = tell(item, members);
	const words: LinkWords = { title: inLine(item.title), line: inLine(line), label, accent };
	const version = createHash("sha256")
		.update(JSON.stringify([drawing, words, cover?.sha256]))
		.digest("hex")
		.slice(0, 32);
	const picture: PreviewPicture = { words, cover, version };
	return {
		type,
		title: words.title,
		description: inLine(description),
		label,
		/** Programs keep pictures by their address: another picture has another one. */
		picturePath: `/api/files/share/${share.code}/preview?v=${version.slice(0, 8)}`,
		picture,
	};
}
