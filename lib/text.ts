import { z } from "zod";

/** Characters no name or title has: control characters and the halves of a broken surrogate pair. */
const unprintable = /\p{Cc}|\p{Surrogate}/u;

/** One line of text as somebody typed it, `min` to `max` characters after trimming; nothing is escaped or rewritten. */
export function line({ min = 0, max }: { min?: number; max: number }) {
	return z
		.string()
		.trim()
		.min(min, min === 1 ? "Required" : `At least ${min} characters`)
		.max(max, `At most ${max} characters`)
		.refine((text) => !unprintable.test(text), "Has characters that cannot be shown");
}

/** Text of several lines: as `line`, and tabs and line breaks are welcome. */
export function lines({ max }: { max: number }) {
	return z
		.string()
		.trim()
		.max(max, `At most ${max} characters`)
		.refine((text) => !unprintable.test(text.replace(/[\t\n\r]/g, "")), "Has characters that cannot be shown");
}

/** Control characters that are no tab or line break, and halves of surrogate pairs. */
const unshowable = /[^\P{Cc}\t\n\r]|\p{Surrogate}/gu;

/** Text exactly as somebody typed it, spaces at its ends included; tabs and line breaks are welcome. */
export function asTyped({ max }: { max: number }) {
	return z
		.string()
		.max(max, `At most ${max.toLocaleString("en")} characters`)
		.refine((text) => text.search(unshowable) < 0, "Has characters that cannot be shown");
}

/** The text without what `asTyped` would refuse it for. */
export function showable(text: string): string {
	return text.replace(unshowable, "");
}

/**
 * The text of a file: UTF-8, with or without its mark; UTF-16 with one; else Windows' own alphabet, in which every byte is some letter.
 * Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
	const mark = `${bytes[0]},${bytes[1]}`;
	const wide = mark === "255,254" ? "utf-16le" : mark === "254,255" ? "utf-16be" : null;
	for (const alphabet of wide ? [wide] : ["utf-8", "windows-1252"]) {
		try {
			const text = new TextDecoder(alphabet, { fatal: true }).decode(bytes);
			return text.includes("\u0000") ? null : text;
		} catch {}
	}
	return null;
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What a name is compared by: no case, accents or punctuation. A name of nothing but punctuation stays what it is. */
export function foldedName(name: string): string {
	const folded = plain(name);
	return folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || folded.trim();
}

/** Whether every word that somebody typed stands in the text, whatever its case and accents. Nothing typed is in every text. */
export function containsWords(text: string, typed: string): boolean {
	const folded = plain(text);
	return plain(typed)
		.split(/\s+/)
		.every((word) => folded.includes(word));
}

/** Makes foreign text (a file's tags) fit for `line`: broken characters out, spaces joined, cut at `max`. */
export function tidy(text: string | undefined, max: number): string {
	// Cut first: a tag may hold a hundred megabytes.
	const printable = (text ?? "")
		.slice(0, 8 * max)
		.toWellFormed()
		.replace(/\p{Cc}+/gu, " ");
	return [...printable.replace(/\s+/g, " ").trim()]
		.join("")
		.slice(0, max)
		.toWellFormed()
		.replace(/\uFFFD$/, "")
		.trim();
}

/** A title as a file's name without its ending, in at most `max` characters: nothing in it that leads out of a folder or that a system refuses. May be empty. */
export function fileName(title: string, max: number): string {
	const safe = [...title.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]+/gu, "_")].slice(0, max).join("");
	return safe.trim().replace(/^[.#]+/, "_");
}
