import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { lines } from "@/lib/text";

export const transitions = ["fade", "slide", "zoom", "flip", "none"] as const;
export const mostMedia = 500;
/** Of what was taken out, how much can be taken back. */
const mostRemoved = 20;

const seconds = z.number().min(1).max(60);

const medium = z.object({
	/** Counted in the session from 1, and never given twice. Its files are `media-<id>` and, with a thumbnail, `thumb-<id>`. */
	id: z.number().int().positive(),
	type: z.enum(["image", "video"]),
	caption: lines({ max: 500 }).default(""),
	width: z.number().int().positive(),
	height: z.number().int().positive(),
	/** How long a video is; null where it does not tell. */
	seconds: z.number().positive().nullable().default(null),
	/** Bytes. */
	size: z.number().int().nonnegative().default(0),
	/** Which thumbnail it has: the first 8 digits of the picture's SHA-256. Null is none, as a video has at first. */
	thumbnail: z.string().nullable().default(null),
});

const fields = z.object({
	/** Seconds that a picture is shown: a random time between these two. The first is never more than the second. */
	intervalMin: seconds.default(5),
	intervalMax: seconds.default(8),
	transition: z.enum(transitions).default("fade"),
	/** Whoever watches goes on by hand. */
	isManualMode: z.boolean().default(false),
	media: z.array(medium).max(mostMedia).default([]),
	/** What was taken out lately and can be taken back, with where it stood and when it went (ISO). Nobody else sees it. */
	removed: z
		.array(medium.extend({ place: z.number().int().nonnegative(), at: z.string() }))
		.max(mostRemoved)
		.default([]),
	nextMediaId: z.number().int().positive().default(1),
});

const content = fields
	.refine(({ intervalMin, intervalMax }) => intervalMin <= intervalMax, {
		path: ["intervalMin"],
		error: "Must not be more than intervalMax",
	})
	.refine(areOnce, { path: ["media"], error: "Two of its pictures and videos have the same id" });

/** Whether every medium has its id for itself, those too that can be taken back. */
function areOnce({ media, removed }: z.output<typeof fields>): boolean {
	return new Set([...media, ...removed].map(({ id }) => id)).size === media.length + removed.length;
}

const published = fields.pick({ intervalMin: true, intervalMax: true, transition: true, isManualMode: true }).extend({
	media: z.array(medium.pick({ id: true, type: true, caption: true, width: true, height: true, seconds: true, thumbnail: true })),
});

type Media = readonly { id: number; type: "image" | "video"; thumbnail: string | null }[];

/** How many a visitor without an account gets to see, small. */
export const previewed = 3;

export const session = defineKind({
	name: "session",
	content,
	published,
	code: "uuid",
	page: (code) => `/shared/${code}`,
	policy: { playLimit: null },
	whole: "account",
	blank: "Untitled slideshow",
	describe: ({ description, content: { media } }) => description || inWords(media),
	tell({ description, content: { media } }) {
		const label = `Slideshow · ${inWords(media)}`;
		return { label, line: description, description: description || label };
	},
	openGraph: "website",
	accent: [0.57, 0.135, 65],
	note: ({ media }) => inWords(media),
	picture: ({ media }) => {
		// Whoever sees the preview alone has to be able to see it.
		const first = media.slice(0, previewed).find(({ thumbnail }) => thumbnail !== null);
		return first ? `thumb-${first.id}` : null;
	},
	shows(role, { media }, depth) {
		const shown = depth === "whole" ? media : media.slice(0, previewed);
		return shown.some(({ id }) => role === `thumb-${id}` || (depth === "whole" && role === `media-${id}`));
	},
});

/** "12 pictures, 1 video" */
function inWords(media: Media): string {
	const videos = media.filter(({ type }) => type === "video").length;
	const parts = [count(media.length - videos, "picture"), count(videos, "video")].filter(Boolean);
	return parts.join(", ") || "No pictures yet";
}

const count = (number: number, word: string) => (number === 0 ? "" : `${number} ${word}${number === 1 ? "" : "s"}`);
