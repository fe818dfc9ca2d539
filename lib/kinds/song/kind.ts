import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { line } from "@/lib/text";

const content = z.object({
	artist: line({ max: 200 }).default(""),
	/** Seconds; null when the file does not tell. */
	duration: z.number().nonnegative().nullable().default(null),
	source: z.enum(["upload", "youtube"]).default("upload"),
	youtubeId: z.string().nullable().default(null),
	/** The address of a picture elsewhere, as its owner gave it. */
	thumbnail: z.string().nullable().default(null),
});

export const song = defineKind({
	name: "song",
	content,
	published: content.pick({ artist: true, duration: true, source: true, youtubeId: true, thumbnail: true }),
	code: "hex16",
	page: (code) => `/share/${code}`,
	policy: { playLimit: 3 },
	describe: byline,
	tell: (item) => ({ label: "Song", line: item.content.artist, description: byline(item) }),
	openGraph: "music.song",
	accent: [0.55, 0.2, 10],
	note: ({ artist }) => artist,
	picture: ({ thumbnail }) => thumbnail,
});

function byline({ title, content: { artist } }: { title: string; content: { artist: string } }): string {
	return artist ? `${artist} - ${title}` : title;
}
