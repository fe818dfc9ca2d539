import type { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { type newYoutubeSong, typedYoutubeId } from "@/lib/youtube-link";
import { itemId } from "./item-id";
import { ownItem } from "./own-item";

const sourceOf = (id: string) => `youtube:${id}`;

/** Makes a song of a YouTube video, once an owner: the same video again, with whatever words, is the song there is. */
export async function addYoutubeSong(
	world: World,
	owner: Owner,
	kind: Kind,
	{ youtubeId, title, artist, duration = null, thumbnail = null }: z.output<typeof newYoutubeSong>,
): Promise<{ song: Item; created: boolean }> {
	const from = { ownerId: owner.id, source: sourceOf(youtubeId) };
	const content = written(kind, { artist, duration, source: "youtube", youtubeId, thumbnail });
	for (let attempt = 0; attempt < 5; attempt++) {
		const existing = await world.items.bySource(from);
		if (existing) return { song: existing, created: false };
		try {
			const song = await world.items.create({ ...from, kind: kind.name, title, description: "", ...content });
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
