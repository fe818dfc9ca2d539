import type { Bytes } from "./bytes";
import type { Blank } from "./pieces";
import { noVideo, type VideoLook } from "./video-look";

/** Elements by their numbers (RFC 9559). Those that are opened hold others; a cluster only where it does not say how long it is. */
const ids = { segment: 0x18538067, info: 0x1549a966, tracks: 0x1654ae6b, track: 0xae, picture: 0xe0, cluster: 0x1f43b675 };
const opened = new Set([ids.segment, ids.info, ids.tracks, ids.track, ids.picture]);
const fields = { scale: 0x2ad7b1, duration: 0x4489, codec: 0x86, width: 0xb0, height: 0xba };
/** Tags and attachments; title, file names and date of the whole; check sums, which would be wrong without them. */
const told = new Set([0x1254c367, 0x1941a469, 0x7ba9, 0x7384, 0x3c83ab, 0x3eb923, 0x4461, 0xbf]);
/** Which programs made it: elements that must be there, so that only what stands in them goes. */
const programs = new Set([0x4d80, 0x5741]);

/** A recording of a browser has a block every few milliseconds and does not say how long its clusters are. */
const mostParts = 2_000_000;
const unknown = Number.POSITIVE_INFINITY;

type Element = { id: number; start: number; body: number; size: number };

/** Looks into a WebM: its tracks, its length, and what is to be blanked in it. */
export async function lookIntoWebm(bytes: Bytes): Promise<VideoLook> {
	const look = { ...noVideo, blanks: [] as Blank[] };
	let scale = 1_000_000;
	let duration = 0;
	let codec = "";
	let at = 0;
	for (let parts = 0; at < bytes.size && parts < mostParts; parts++) {
		const element = await elementAt(bytes, at);
		if (!element) break;
		const { id, body, size } = element;
		if (size !== unknown && body + size > bytes.size) return { ...look, missing: body + size - bytes.size };
		const value = () => bytes.read(body, Math.min(size, 32));
		if (told.has(id) && size !== unknown) look.blanks.push(empty(element));
		if (programs.has(id) && size !== unknown) look.blanks.push({ start: body, end: body + size, head: Buffer.alloc(0) });
		if (id === fields.scale) scale = unsigned(await value());
		if (id === fields.duration) duration = float(await value());
		if (id === ids.track) codec = "";
		if (id === fields.codec) codec = (await value()).toString("latin1").replace(/\0+$/, "");
		// A track's codec may stand behind what says that it is one of pictures.
		if (codec.startsWith("V_")) look.codec ??= codec;
		if (id === fields.width) look.width ||= unsigned(await value());
		if (id === fields.height) look.height ||= unsigned(await value());
		at = opened.has(id) || size === unknown ? body : body + size;
	}
	const seconds = (duration * scale) / 1e9;
	// Behind what cannot be read there may be more of what has to go.
	return { ...look, isStuck: at < bytes.size, seconds: seconds > 0 && seconds < 1e6 ? Math.round(seconds * 1000) / 1000 : null };
}

/** The element there, its number with the mark of its length; null for what is none. */
async function elementAt(bytes: Bytes, start: number): Promise<Element | null> {
	const head = await bytes.read(start, 12);
	const wide = Math.clz32((head[0] ?? 0) << 24) + 1;
	if (wide > 4 || head.length <= wide) return null;
	const first = head[wide] ?? 0;
	const sizeWide = Math.clz32(first << 24) + 1;
	if (sizeWide > 8 || head.length < wide + sizeWide) return null;
	let size = first & (0xff >> sizeWide);
	let isUnknown = size === 0xff >> sizeWide;
	for (const byte of head.subarray(wide + 1, wide + sizeWide)) {
		size = size * 256 + byte;
		isUnknown &&= byte === 0xff;
	}
	return { id: head.readUIntBE(0, wide), start, body: start + wide + sizeWide, size: isUnknown ? unknown : size };
}

/** Nothing moves: the element becomes one that is there to be skipped, of the same length. */
function empty({ start, body, size }: Element): Blank {
	const end = body + size;
	const head = Buffer.from([0xec]);
	const rest = end - start - 2;
	if (rest < 127) return { start, end, head: Buffer.concat([head, Buffer.from([0x80 | rest])]) };
	const length = Buffer.alloc(8);
	length.writeBigUInt64BE(BigInt(end - start - 9) | (1n << 56n));
	return { start, end, head: Buffer.concat([head, length]) };
}

function unsigned(value: Buffer): number {
	return value.reduce((number, byte) => number * 256 + byte, 0);
}

function float(value: Buffer): number {
	if (value.length === 8) return value.readDoubleBE(0);
	return value.length === 4 ? value.readFloatBE(0) : 0;
}
