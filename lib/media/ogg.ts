import type { Bytes } from "./bytes";
import { endless, type Surveyor } from "./survey";

/** Beyond this much, comments are too large whatever the rest of them is. */
const enough = 32 * 1024 * 1024;
/** A page is at most this long: 27 bytes, 255 lengths, and as many segments of 255. */
const longestPage = 27 + 255 + 255 * 255;
const endOfStream = 4;

/** Ogg is a row of pages, each of which says how long it is; those before the first sound hold the comments. */
export const surveyOgg: Surveyor = async (bytes) => ({ tags: await commentBytes(bytes), missing: await missingBytes(bytes) });

/** Pages of headers and comments end at position 0, or at none (all ones) where they go on in the next page (RFC 3533, 6). */
async function commentBytes(bytes: Bytes): Promise<number> {
	let at = 0;
	while (at < enough) {
		const page = await pageAt(bytes, at);
		if (!page?.isHeader) return at;
		at += page.size;
	}
	return endless;
}

type Page = { size: number; isHeader: boolean; isLast: boolean };

async function pageAt(bytes: Bytes, at: number): Promise<Page | null> {
	const header = await bytes.read(at, 27 + 255);
	const count = header[26];
	if (count === undefined || header.toString("latin1", 0, 4) !== "OggS" || header.length < 27 + count) return null;
	const position = header.readBigInt64LE(6);
	const lengths = header.subarray(27, 27 + count);
	return {
		size: 27 + count + lengths.reduce((sum, length) => sum + length, 0),
		isHeader: position === 0n || position === -1n,
		isLast: ((header[5] ?? 0) & endOfStream) !== 0,
	};
}

/**
 * What the last page lacks. A file that ends with a whole page is taken as whole, marked as the last one or not: recordings of
 * streams are not.
 */
async function missingBytes(bytes: Bytes): Promise<number> {
	const from = Math.max(0, bytes.size - 2 * longestPage);
	const tail = await bytes.read(from, 2 * longestPage);
	const last = tail.lastIndexOf("OggS");
	if (last < 0) return 0;
	const page = await pageAt(bytes, from + last);
	if (!page) return 1;
	const over = tail.length - last - page.size;
	if (over < 0) return -over;
	return over > 0 && !page.isLast ? 1 : 0;
}
