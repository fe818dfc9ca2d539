import { z } from "zod";
import type { Item } from "@/lib/ports";
import type { Kind } from "@/lib/shares/kind";

/** What a song's content says of it in lists and files; `duration` in seconds. */
const songWords = z.object({ artist: z.string(), duration: z.number().nullable(), youtubeId: z.string().nullable() });

/** Reads a song's words out of its content, as its kind knows it. */
export function wordsOf(item: Pick<Item, "content">, song: Kind): z.output<typeof songWords> {
	return songWords.parse(song.content.parse(item.content));
}
