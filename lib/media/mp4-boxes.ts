import type { Bytes } from "./bytes";
import { mostParts } from "./survey";

/** A box of an MP4: where it begins, where its content does, where it ends (exclusive). */
export type Box = { type: string; start: number; body: number; end: number };

/** Pieces that notes may stand in, in all tracks: a day with one a second has 86,400. */
const mostChunks = 100_000;

/** Every box costs one, wherever it is; what has more than its budget has no other purpose than to be walked over. So it is with chunks of samples. */
export type Budget = { parts: number; chunks: number };
export const newBudget = (): Budget => ({ parts: mostParts, chunks: mostChunks });

/** The boxes from `at` on, which may say that they end behind the file. None when the budget is used up or a size is impossible. */
export async function boxes(bytes: Bytes, at: number, end: number, budget: Budget): Promise<Box[]> {
	const found: Box[] = [];
	let start = at;
	while (start + 8 <= end && budget.parts-- > 0) {
		const header = await bytes.read(start, 16);
		if (header.length < 8) break;
		const short = header.readUInt32BE(0);
		// 1 says that the size is a long one, behind the type; 0 that the box goes on to the end.
		const isLong = short === 1 && header.length === 16;
		const size = isLong ? Number(header.readBigUInt64BE(8)) : short === 0 ? end - start : short;
		const head = isLong ? 16 : 8;
		if (size < head) break;
		found.push({ type: header.toString("latin1", 4, 8), start, body: start + head, end: start + size });
		start += size;
	}
	return found;
}

/** The first box of that path inside of one, `mdia/minf/stbl`. */
export async function inside(bytes: Bytes, box: Box, path: string, budget: Budget): Promise<Box | null> {
	let at: Box | null = box;
	for (const type of path.split("/")) {
		if (!at) return null;
		at = (await boxes(bytes, at.body, at.end, budget)).find((child) => child.type === type) ?? null;
	}
	return at;
}

/** The first bytes of a box's content; fewer when it has fewer. */
export function content(bytes: Bytes, box: Box, most: number): Promise<Buffer> {
	return bytes.read(box.body, Math.max(0, Math.min(most, box.end - box.body)));
}
