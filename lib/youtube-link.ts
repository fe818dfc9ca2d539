import { z } from "zod";
import { line } from "./text";

const hosts = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
const idForm = /^[\w-]{11}$/;

/** The id of the video that an address leads to; null for any other text. */
export function youtubeIdOf(address: string): string | null {
	if (!/^https?:\/\//i.test(address) || address.length > 2_000 || !URL.canParse(address)) return null;
	const { hostname, pathname, searchParams } = new URL(address);
	const [, first = "", second = ""] = pathname.split("/");
	const id =
		hostname === "youtu.be"
			? first
			: hosts.test(hostname)
				? (searchParams.get("v") ?? (/^(?:embed|shorts|live|v)$/.test(first) ? second : ""))
				: "";
	return idForm.test(id) ? id : null;
}

/** The same for what somebody typed: an id by itself, an address of any form, also one without `https://`. */
export function typedYoutubeId(text: string): string | null {
	const typed = text.trim();
	return idForm.test(typed) ? typed : (youtubeIdOf(typed) ?? youtubeIdOf(`https://${typed}`));
}

const youtubeId = z.string().transform((text, context) => {
	const id = typedYoutubeId(text);
	if (id) return id;
	context.addIssue({ code: "custom", message: "Not a link to a YouTube video" });
	return z.NEVER;
});

/** What makes a song of a YouTube video; the form asks for the first three. */
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
