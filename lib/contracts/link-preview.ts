import { createHash } from "node:crypto";
import { kindNamed } from "@/lib/kinds/registry";
import type { LinkWords } from "@/lib/media/link-words";
import type { BlobRow } from "@/lib/ports";
import type { Preview } from "@/lib/shares/preview";
import { tidy } from "@/lib/text";

/** A link's picture: what it says, and its cover. `version` changes when the picture does. */
export type PreviewPicture = { words: LinkWords; cover: BlobRow | null; version: string };

/** Raised when the same words and cover come to look different. */
const drawing = 1;
const longest = 200;

/** Text for programs that show it among other text: one line, and nothing in it that turns its neighbours around. */
const inLine = (text: string) => tidy(text.replace(/\p{Bidi_Control}/gu, ""), longest);

/** What a preview says of a link in words, and its picture. */
export function toLinkPreview({ share, item, members, cover }: Preview) {
	const { openGraph: type, accent, tell, publish } = kindNamed(item.kind);
	const { label, line, description } = tell({ ...item, content: publish(item.content, item.now) }, members.length);
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
