import { lines, tidy } from "@/lib/text";

/** One line of a playlist's file: all that it says about a song. Any part may be missing. */
export type Listed = {
	/** Names as the file gives them, the likeliest first. `Ada - B - C` can be read in more than one way. */
	names: { title: string; artist: string }[];
	/** Seconds. */
	duration: number | null;
	/** Identifiers and locations as they stand in the file, `maxReferences` of each. Nothing is ever opened by them. */
	references: string[];
};

/** A playlist as a file holds it, read or to be written. */
export type Listing = { title: string; description: string; entries: Listed[] };

/** A song as it goes into a file. `location` is relative, or the address of a video. */
export type Written = { title: string; artist: string; duration: number | null; identifier: string; location: string };

/** More lines than this are no playlist that somebody made; it also bounds what an import may cost. */
export const maxEntries = 10_000;
/** Tags of XML, values of JSON, lines of text: ten thousand songs with twenty words each. What has more is there to keep a server busy. */
export const maxParts = 400_000;
/** How deep a tree may go. The formats need eight. */
export const maxDepth = 64;

export const tooMany = "The file lists more than 10,000 songs";
export const tooComplex = "The file is too complex to be a playlist";

/** Identifiers, and locations, that are kept of one song; each is looked up in several ways. */
export const maxReferences = 4;
/** After so many lines or songs others get their turn. */
export const stride = 200;

/** Longest title and artist that a file may bring; more is cut. */
export const maxName = 200;

/** A playlist's description: its lines as they are, or the beginning in one line when they are too many. */
export function described(text: string): string {
	// Cut first: it may be the whole ten megabytes.
	const start = text.slice(0, 10_000);
	return lines({ max: 500 }).catch(tidy(start, 500)).parse(start);
}
