import { type FileHandle, open } from "node:fs/promises";

/** Some writers round a size up to an even number or leave out a trailing tag. */
const slack = 256;

/**
 * How many bytes a file lacks by its own account: a WAV says its size in the RIFF header, an MP3 in its Xing or Info frame
 * and in the size of its ID3v2 tag. 0 when it is whole or does not say.
 */
export async function missingBytes(path: string, size: number, type: string): Promise<number> {
	const file = await open(path, "r");
	try {
		const declared = type === "audio/wav" ? await riffSize(file) : await mpegSize(file);
		return declared > size + slack ? declared - size : 0;
	} finally {
		await file.close();
	}
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
	const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}

/** Bytes 4-7 hold what follows them; a program that wrote to a pipe left 0 or all ones there. */
async function riffSize(file: FileHandle): Promise<number> {
	const header = await read(file, 0, 12);
	const declared = header.length < 8 ? 0 : header.readUInt32LE(4);
	return declared === 0 || declared >= 0xffff_ff00 ? 0 : declared + 8;
}

/** Size of the ID3v2 tag at a file's start by its own account, header included; 0 without one. */
export async function tagBytes(path: string): Promise<number> {
	const file = await open(path, "r");
	try {
		return await id3Size(file);
	} finally {
		await file.close();
	}
}

async function id3Size(file: FileHandle): Promise<number> {
	const tag = await read(file, 0, 10);
	return tag.toString("latin1", 0, 3) === "ID3" && tag.length === 10 ? 10 + syncSafe(tag, 6) : 0;
}

async function mpegSize(file: FileHandle): Promise<number> {
	const tagSize = await id3Size(file);
	// The frame that describes the stream is the first one; its marker stands behind 4 bytes of header and up to 32 of side information.
	const start = await read(file, tagSize, 4096);
	const marker = Math.max(start.indexOf("Xing"), start.indexOf("Info"));
	if (marker < 0 || marker + 16 > start.length) return tagSize;
	const flags = start.readUInt32BE(marker + 4);
	const hasFrames = (flags & 1) === 1;
	const hasBytes = (flags & 2) === 2;
	return hasBytes ? tagSize + start.readUInt32BE(marker + 8 + (hasFrames ? 4 : 0)) : tagSize;
}

/** 28 bits, seven in each byte (ID3v2.4 structure, 6.2). */
function syncSafe(bytes: Buffer, at: number): number {
	return [0, 1, 2, 3].reduce((size, index) => (size << 7) | ((bytes[at + index] ?? 0) & 0x7f), 0);
}
