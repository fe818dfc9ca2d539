import { endless, mostParts, type Surveyor } from "./survey";

/** Some writers round the size up to an even number or count a trailing chunk that they left out. */
const slack = 256;

/** What browsers decode in a WAV, by its number in the format chunk (RFC 2361). */
const encodings: Record<number, string> = { 1: "PCM", 3: "PCM", 6: "A-law", 7: "μ-law" };
/** The format chunk of more channels or bits has the real number in its extension. */
const extensible = 0xfffe;

/** A WAV says its size in its header; everything in it but the sound itself is read as tags. */
export const surveyWav: Surveyor = async (bytes) => {
	// Bytes 4-7 hold what follows them; a program that wrote to a pipe left 0 or all ones there.
	const header = await bytes.read(0, 12);
	const declared = header.length < 8 ? 0 : header.readUInt32LE(4);
	const end = declared === 0 || declared >= 0xffff_ff00 ? bytes.size : declared + 8;
	const missing = end > bytes.size + slack ? end - bytes.size : 0;
	let tags = 0;
	let encoding = "";
	let at = 12;
	for (let parts = 0; at + 8 <= bytes.size; parts++) {
		if (parts > mostParts) return { tags: endless, missing };
		const chunk = await bytes.read(at, 8);
		const id = chunk.toString("latin1", 0, 4);
		const size = chunk.readUInt32LE(4);
		if (id === "fmt ") encoding = encodingOf(await bytes.read(at + 8, Math.min(size, 40)));
		if (id !== "data") tags += 8 + Math.min(size, bytes.size - at - 8);
		at += 8 + size + (size % 2);
	}
	return { tags, missing, encoding };
};

function encodingOf(format: Buffer): string {
	if (format.length < 16) return "";
	const number = format.readUInt16LE(0);
	return encodings[number === extensible && format.length >= 26 ? format.readUInt16LE(24) : number] ?? "";
}
