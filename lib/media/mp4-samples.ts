import type { Bytes } from "./bytes";
import { type Box, type Budget, content, inside } from "./mp4-boxes";
import type { Blank } from "./pieces";

/** Bytes of a table that are held at most; a camera that notes its place ten times a second for a day needs 4 MB. */
const longest = 8 * 1024 * 1024;

const nothing = Buffer.alloc(0);

/**
 * Where the content of a track stands in the file (ISO 14496-12, 8.7): for the notes of a camera, which have to go. A table that
 * makes no sense is read as far as it does. Null when that is in more chunks than the budget has.
 */
export async function samplesOf(bytes: Bytes, trak: Box, budget: Budget): Promise<Blank[] | null> {
	const tables = await inside(bytes, trak, "mdia/minf/stbl", budget);
	if (!tables) return [];
	const table = async (type: string) => {
		const box = await inside(bytes, tables, type, budget);
		return box ? content(bytes, box, longest) : nothing;
	};
	const [sizes, runs, short, long] = [await table("stsz"), await table("stsc"), await table("stco"), await table("co64")];
	budget.chunks -= short.length > 0 ? rowsIn(short, 8, 4) : rowsIn(long, 8, 8);
	if (budget.chunks < 0) return null;
	const chunks = short.length > 0 ? offsets(short, 4) : offsets(long, 8);
	const perChunk = rows(runs, 8, 12).map((at) => ({ first: runs.readUInt32BE(at), samples: runs.readUInt32BE(at + 4) }));
	if (sizes.length < 12) return [];
	const fixed = sizes.readUInt32BE(4);
	const count = fixed > 0 ? Math.min(sizes.readUInt32BE(8), 1e6) : rowsIn(sizes, 12, 4);
	const sizeOf = (sample: number) => (fixed > 0 ? fixed : sizes.readUInt32BE(12 + 4 * sample));

	const found: Blank[] = [];
	let sample = 0;
	let run = 0;
	for (const [index, start] of chunks.entries()) {
		while ((perChunk[run + 1]?.first ?? Number.POSITIVE_INFINITY) <= index + 1) run++;
		let length = 0;
		for (let of = perChunk[run]?.samples ?? 0; of > 0 && sample < count; of--) length += sizeOf(sample++);
		found.push({ start, end: start + length, head: nothing });
	}
	return found;
}

/** Where the rows of a table begin: behind `from` bytes of head, as many as fit. */
function rows(table: Buffer, from: number, width: number): number[] {
	return Array.from({ length: rowsIn(table, from, width) }, (_, index) => from + index * width);
}

function rowsIn(table: Buffer, from: number, width: number): number {
	return Math.max(0, Math.floor((table.length - from) / width));
}

function offsets(table: Buffer, width: 4 | 8): number[] {
	return rows(table, 8, width).map((at) => (width === 4 ? table.readUInt32BE(at) : Number(table.readBigUInt64BE(at))));
}
