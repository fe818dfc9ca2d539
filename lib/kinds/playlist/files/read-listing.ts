import { badField } from "@/lib/refused";
import { readJspf } from "./jspf";
import type { Listing } from "./listing";
import { readM3u8 } from "./m3u8";
import { readXspf } from "./xspf";

/**
 * Reads a playlist's file: M3U8, XSPF or JSPF by its content, and by its name where the content does not tell (a bare list of
 * files). Throws `bad_input` on `file`.
 */
export async function readListing(bytes: Uint8Array, fileName: string): Promise<Listing> {
	const text = decode(bytes, /\.m3u8?$/i.test(fileName));
	const start = text.slice(0, 1000).trimStart();
	if (start.startsWith("<")) return readXspf(text);
	if (start.startsWith("{")) return readJspf(text);
	if (!text.includes("\u0000") && (/^#EXT/i.test(start) || /\.m3u8?$/i.test(fileName))) return readM3u8(text);
	throw badField("file", start === "" ? "The file is empty" : "This is not a playlist in M3U8, XSPF or JSPF");
}

/** UTF-8, with or without its mark. Old players wrote M3U in Windows' own alphabet: there, every byte is some letter. */
function decode(bytes: Uint8Array, isM3u: boolean): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		const text = new TextDecoder("windows-1252").decode(bytes);
		if (isM3u || text.startsWith("#EXT")) return text;
		throw badField("file", "The file is not text in UTF-8");
	}
}
