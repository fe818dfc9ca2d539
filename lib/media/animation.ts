import { mostParts } from "./survey";

/** What an animation brings along to be shown: how often it repeats. Everything else that programs write into a GIF is about its maker. */
const loops = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/**
 * A GIF without its comments, its metadata and what was appended to it; not one of its pictures is touched. Its screen is as large as it was
 * measured, whatever it claims. Null when it is not whole.
 */
export function bareGif(bytes: Buffer, { width, height }: { width: number; height: number }): Buffer | null {
	let at = 13 + colours(bytes[10] ?? 0);
	const head = Buffer.from(bytes.subarray(0, at));
	head.writeUInt16LE(width, 6);
	head.writeUInt16LE(height, 8);
	const kept: Buffer[] = [head];
	while (at < bytes.length && kept.length < mostParts) {
		const start = at;
		const mark = bytes[at];
		if (mark === 0x3b) return Buffer.concat([...kept, trailer]);
		if (mark === 0x21) {
			at = subBlocksEnd(bytes, at + 2);
			if (at <= bytes.length && isShown(bytes, start)) kept.push(bytes.subarray(start, at));
		} else if (mark === 0x2c) {
			at = subBlocksEnd(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
			if (at <= bytes.length) kept.push(bytes.subarray(start, at));
		} else if (mark === 0) at++;
		else return null;
	}
	// Some programs leave its last byte out, and every browser forgives it.
	return at === bytes.length ? Buffer.concat([...kept, trailer]) : null;
}

const trailer = Buffer.from([0x3b]);

/** Bytes of the table of colours that the flags announce. */
function colours(flags: number): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function subBlocksEnd(bytes: Buffer, from: number): number {
	let at = from;
	for (let size = bytes[at]; size !== undefined && size > 0; size = bytes[at]) at += 1 + size;
	return at + 1;
}

/** Extensions that say how a picture is shown. */
function isShown(bytes: Buffer, at: number): boolean {
	const label = bytes[at + 1];
	return label === 0xf9 || (label === 0xff && loops.test(bytes.toString("latin1", at + 3, at + 14)));
}

const shownChunks = new Set(["VP8X", "ANIM", "ANMF", "ICCP", "ALPH", "VP8 ", "VP8L"]);
/** EXIF and XMP. */
const metadataFlags = 0x0c;

/** A WebP without what is not part of its pictures. Null when it is not whole. */
export function bareWebp(bytes: Buffer): Buffer | null {
	const kept: Buffer[] = [];
	const declared = 8 + bytes.readUInt32LE(4);
	// A byte that fills up an odd size may be left out at the very end.
	if (declared > bytes.length + 1) return null;
	const end = Math.min(declared, bytes.length);
	let at = 12;
	while (at + 8 <= end) {
		const name = bytes.toString("latin1", at, at + 4);
		const next = at + 8 + bytes.readUInt32LE(at + 4);
		// A chunk of odd size is followed by one byte.
		const padding = Buffer.alloc((next - at) % 2);
		if (next > bytes.length || kept.length > mostParts) return null;
		if (shownChunks.has(name)) {
			const chunk = Buffer.concat([bytes.subarray(at, next), padding]);
			if (name === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~metadataFlags;
			kept.push(chunk);
		}
		at = next + padding.length;
	}
	const head = Buffer.alloc(12);
	head.write("RIFF", 0, "latin1");
	head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
	head.write("WEBP", 8, "latin1");
	return kept.length > 0 ? Buffer.concat([head, ...kept]) : null;
}
