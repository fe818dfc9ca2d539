/** Something to listen to. With a `youtubeId` it plays from there, and shows its video while it does. */
export type Track = {
	id: string;
	title: string;
	artist: string;
	/** Seconds; null when nobody has said. */
	duration: number | null;
	thumbnail: string | null;
	youtubeId?: string | null;
};

/** Where a track comes from, once it may be played. */
export type Playable = { url: string } | { youtubeId: string };
