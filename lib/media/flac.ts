import type { Bytes } from "./bytes";
import { id3Bytes } from "./mpeg";
import { endless, type Surveyor } from "./survey";

const mostBlocks = 2_000;
const padding = 1;
/** Where the last frame is looked for, at most. */
const longestTail = 1024 * 1024;

type Stream = { samples: number; longestFrame: number; blockSize: number };

/** FLAC says how many samples it has; its last frame, which is numbered, shows how many there are. */
export const surveyFlac: Surveyor = async (bytes) => {
	const start = await id3Bytes(bytes);
	let at = start + 4;
	let tags = start;
	let stream: Stream | null = null;
	for (let blocks = 0; ; blocks++) {
		if (blocks > mostBlocks || tags === endless) return { tags: endless, missing: 0 };
		const header = await bytes.read(at, 4);
		if (header.length < 4) return { tags, missing: 1 };
		const length = header.readUIntBE(1, 3);
		const type = (header[0] ?? 0) & 0x7f;
		if (type === 0) stream ??= streamInfo(await bytes.read(at + 4, 34));
		if (type !== padding) tags += 4 + length;
		at += 4 + length;
		if (((header[0] ?? 0) & 0x80) !== 0) break;
	}
	if (at > bytes.size) return { tags, missing: at - bytes.size };
	return { tags, missing: stream && (await lacksSamples(bytes, at, stream)) ? 1 : 0 };
};

/** Minimum and maximum block size, minimum and maximum frame size, 20 bits of rate, 8 of channels and depth, 36 of samples. */
function streamInfo(block: Buffer): Stream | null {
	if (block.length < 18) return null;
	const samples = ((block[13] ?? 0) & 0x0f) * 2 ** 32 + block.readUInt32BE(14);
	return { samples, longestFrame: block.readUIntBE(7, 3), blockSize: block.readUInt16BE(0) };
}

async function lacksSamples(bytes: Bytes, soundAt: number, { samples, longestFrame, blockSize }: Stream): Promise<boolean> {
	if (samples === 0) return false;
	const length = Math.min(2 * (longestFrame || 64 * 1024) + 4096, longestTail, bytes.size - soundAt);
	if (length <= 0) return true;
	const tail = await bytes.read(bytes.size - length, length);
	let end = 0;
	for (let at = tail.indexOf(0xff); at >= 0; at = tail.indexOf(0xff, at + 1)) {
		const frame = frameEnd(tail.subarray(at, at + 16), blockSize);
		if (frame !== null && frame <= samples) end = Math.max(end, frame);
	}
	// No frame to be seen where some must be is damage or a way of writing that we do not know: the parser decides then.
	return end > 0 && end < samples;
}

/** The number of the first sample behind the frame whose header this is, or null when it is none (RFC 9639, 9.1). */
function frameEnd(bytes: Buffer, streamBlock: number): number | null {
	if (bytes.length < 6 || ((bytes[1] ?? 0) & 0xfe) !== 0xf8) return null;
	const isVariable = ((bytes[1] ?? 0) & 1) === 1;
	const sizeCode = (bytes[2] ?? 0) >> 4;
	const rateCode = (bytes[2] ?? 0) & 0x0f;
	if (sizeCode === 0 || rateCode === 15) return null;
	const number = codedNumber(bytes, 4);
	if (!number) return null;
	let at = 4 + number.length;
	let size = sizeCode === 1 ? 192 : sizeCode < 6 ? 576 << (sizeCode - 2) : 256 << (sizeCode - 8);
	if (sizeCode === 6) size = (bytes[at++] ?? 0) + 1;
	else if (sizeCode === 7) {
		size = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) + 1;
		at += 2;
	}
	if (rateCode === 12) at += 1;
	else if (rateCode > 12) at += 2;
	if (at >= bytes.length || crc8(bytes.subarray(0, at)) !== bytes[at]) return null;
	return (isVariable ? number.value : number.value * streamBlock) + size;
}

/** A number in the manner of UTF-8, of up to 36 bits. */
function codedNumber(bytes: Buffer, at: number): { value: number; length: number } | null {
	const first = bytes[at] ?? 0;
	const ones = Math.clz32(~(first << 24));
	if (ones === 0) return { value: first, length: 1 };
	if (ones === 1 || ones > 7) return null;
	let value = first & (0x7f >> ones);
	for (let next = 1; next < ones; next++) {
		const byte = bytes[at + next] ?? 0;
		if (byte >> 6 !== 2) return null;
		value = value * 64 + (byte & 0x3f);
	}
	return { value, length: ones };
}

function crc8(bytes: Buffer): number {
	let crc = 0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80 ? 0x07 : 0)) & 0xff;
	}
	return crc;
}
