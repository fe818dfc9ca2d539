import { createReadStream } from "node:fs";

/** A part of a file, `end` exclusive; or what stands in its place. */
export type Piece = { start: number; end: number } | { bytes: Buffer } | { zeros: number };
/** Bytes of a file that are not to be seen: `head` stands at their beginning, zeros behind it. Nothing moves. */
export type Blank = { start: number; end: number; head: Buffer };

const portion = 64 * 1024;

/** The file as these pieces make it. */
export async function* assembled(path: string, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
	for (const piece of pieces) {
		if ("bytes" in piece) yield piece.bytes;
		else if ("zeros" in piece) for (let left = piece.zeros; left > 0; left -= portion) yield Buffer.alloc(Math.min(left, portion));
		else if (piece.end > piece.start) yield* createReadStream(path, { start: piece.start, end: piece.end - 1 });
	}
}

/** The pieces of a file of that size with these bytes blanked. Of two that overlap the first counts, and the rest of the second. */
export function blanked(size: number, blanks: readonly Blank[]): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const { start, end, head } of blanks.toSorted((a, b) => a.start - b.start)) {
		const from = Math.max(at, start);
		const to = Math.min(end, size);
		if (to <= from) continue;
		pieces.push({ start: at, end: from });
		const kept = from === start ? head.subarray(0, to - from) : Buffer.alloc(0);
		pieces.push({ bytes: kept }, { zeros: to - from - kept.length });
		at = to;
	}
	pieces.push({ start: at, end: size });
	return pieces;
}
