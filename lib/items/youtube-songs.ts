import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import type { Kind } from "@/lib/shares/kind";
import { line } from "@/lib/text";
import { typedYoutubeId } from "@/lib/youtube-link";
import { itemId } from "./item-id";
import { ownItem } from "./own-item";

const youtubeId = z.string().transform((text, context) => {
	const id = typedYoutubeId(text);
	if (id) return id;
	context.addIssue({ code: "custom", message: "Not a link to a YouTube video" });
	return z.NEVER;
});

export const newYoutubeSong = z.object({
	/** An id, or any usual form of a link. */
	youtubeId,
	title: line({ min: 1, max: 200 }),
	artist: line({ min: 1, max: 200 }),
	/** Seconds. */
	duration: z.number().nonnegative().max(1_000_000, "At most a million seconds").nullish(),
	/** Kept for API clients; our own pages never load it. */
	thumbnail: z
		.url({ protocol: /^https$/, error: "Not an https address" })
		.max(2_000, "At most 2000 characters")
		.nullish(),
});

const sourceOf = (id: string) => `youtube:${id}`;

/** Makes a song of a YouTube video, once an owner: the same video again, with whatever words, is the song there is. */
export async function addYoutubeSong(
	world: World,
	owner: Owner,
	kind: Kind,
	{ youtubeId, title, artist, duration = null, thumbnail = null }: z.output<typeof newYoutubeSong>,
): Promise<{ song: Item; created: boolean }> {
	const from = { ownerId: owner.id, source: sourceOf(youtubeId) };
	const content = kind.content.parse({ artist, duration, source: "youtube", youtubeId, thumbnail });
	for (let attempt = 0; attempt < 5; attempt++) {
		const existing = await world.items.bySource(from);
		if (existing) return { song: existing, created: false };
		try {
			const song = await world.items.create({ ...from, kind: kind.name, title, description: "", content });
			return { song, created: true };
		} catch (error) {
			// Somebody was faster, and we look again; should that one be deleted meanwhile, it is our turn.
			if (!isRefused(error) || error.code !== "already_there") throw error;
		}
	}
	throw new Refused("version_conflict");
}

/** The owner's song by its number or by its YouTube id. Throws `song_not_found`. */
export async function ownSong(world: World, owner: Owner, id: string): Promise<Item> {
	const isNumber = itemId(id) !== null;
	const video = isNumber ? null : typedYoutubeId(id);
	const song = video && (await world.items.bySource({ ownerId: owner.id, source: sourceOf(video) }));
	return song || ownItem(world, owner, "song", id, { absent: "song_not_found" });
}
