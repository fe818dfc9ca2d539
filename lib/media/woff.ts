import { inflateSync } from "node:zlib";

const headerOf = { woff: 44, sfnt: 12 };
const entryOf = { woff: 20, sfnt: 16 };

/** The font that a WOFF file (version 1, https://www.w3.org/TR/WOFF/) wraps, as TrueType has it. For files that came with us, which are whole. */
export function unwrapWoff(woff: Buffer): Uint8Array<ArrayBuffer> {
	const tables = woff.readUInt16BE(12);
	const head = Buffer.alloc(headerOf.sfnt + entryOf.sfnt * tables);
	woff.copy(head, 0, 4, 8);
	head.writeUInt16BE(tables, 4);
	const parts: Uint8Array[] = [head];
	let offset = head.length;
	for (let index = 0; index < tables; index++) {
		const at = headerOf.woff + entryOf.woff * index;
		const to = headerOf.sfnt + entryOf.sfnt * index;
		const [start, packed, size] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
		const bytes = woff.subarray(start, start + packed);
		const table = packed < size ? inflateSync(bytes) : bytes;
		// Tag, checksum, place, size.
		woff.copy(head, to, at, at + 4);
		woff.copy(head, to + 4, at + 16, at + 20);
		head.writeUInt32BE(offset, to + 8);
		head.writeUInt32BE(size, to + 12);
		const padding = Buffer.alloc(-size & 3);
		parts.push(table, padding);
		offset += size + padding.length;
	}
	return Uint8Array.from(Buffer.concat(parts));
}
