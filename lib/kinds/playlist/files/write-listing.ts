import { z } from "zod";
import { fileName as safeName } from "@/lib/text";
import { writeJspf } from "./jspf";
import type { Written } from "./listing";
import { writeM3u8 } from "./m3u8";
import { writeXspf } from "./xspf";

/** Formats that a playlist is exported in, each with its media type and the file it makes. The type of M3U8 is RFC 8216's. */
export const listingFormats = {
	m3u8: { type: "audio/mpegurl", write: writeM3u8 },
	xspf: { type: "application/xspf+xml", write: writeXspf },
	jspf: { type: "application/jspf+json", write: writeJspf },
};

export const listingFormat = z.enum(["m3u8", "xspf", "jspf"], "One of m3u8, xspf, jspf");
export type ListingFormat = z.output<typeof listingFormat>;

type Song = { title: string; artist: string; duration: number | null; youtubeId: string | null; identifier: string; ending: string };

/** The playlist in that format. Songs of one name get file names of their own. */
export function writeListing(
	format: ListingFormat,
	{ title, description, songs }: { title: string; description: string; songs: Song[] },
): { type: string; text: string } {
	const { type, write } = listingFormats[format];
	const taken = new Map<string, number>();
	const written = songs.map(({ youtubeId, ending, ...song }): Written => {
		if (youtubeId) return { ...song, location: `https://www.youtube.com/watch?v=${encodeURIComponent(youtubeId)}` };
		const name = fileName(song, ending, taken);
		// XSPF and JSPF hold URIs, M3U8 holds names as they stand.
		return { ...song, location: format === "m3u8" ? name : encodeURIComponent(name) };
	});
	return { type, text: write({ title, description, songs: written }) };
}

/**
 * `Mira Holt - Northbound.mp3`: what the file is called when it lies beside the playlist. An address of ours would be of no
 * use to a player, which is not signed in, and would tell where the library is.
 */
function fileName({ title, artist }: Pick<Song, "title" | "artist">, ending: string, taken: Map<string, number>): string {
	const whole = artist ? `${artist} - ${title}` : title;
	const base = safeName(whole, 120) || "Song";
	const before = taken.get(base.toLowerCase()) ?? 0;
	taken.set(base.toLowerCase(), before + 1);
	return before === 0 ? `${base}${ending}` : `${base} (${before + 1})${ending}`;
}
