import type { Bytes } from "./bytes";
import { endless, type Surveyor } from "./survey";

/** Some writers round a size up to an even number or leave out a trailing tag. */
const slack = 256;
/** A second ID3v2 tag is an accident; more are made on purpose. */
const mostTags = 16;

/** An MP3 says how long it is in its Xing or Info frame and in the size of its ID3v2 tag. */
export const surveyMpeg: Surveyor = async (bytes) => {
	const start = await id3Bytes(bytes);
	if (start === endless) return { tags: endless, missing: 0 };
	const declared = await soundEnd(bytes, start);
	return { tags: start + (await apeBytes(bytes)), missing: declared > bytes.size + slack ? declared - bytes.size : 0 };
};

/** How many bytes of ID3v2 tags stand at a file's start, by their own account. */
export async function id3Bytes(bytes: Bytes): Promise<number> {
	let end = 0;
	for (let count = 0; count < mostTags; count++) {
		const tag = await bytes.read(end, 10);
		if (tag.length < 10 || tag.toString("latin1", 0, 3) !== "ID3") return end;
		end += 10 + syncSafe(tag, 6);
	}
	return endless;
}

/** An APEv2 tag stands at the very end, or in front of an ID3v1 tag of 128 bytes. */
async function apeBytes(bytes: Bytes): Promise<number> {
	for (const behind of [0, 128]) {
		const footer = await bytes.read(Math.max(0, bytes.size - behind - 32), 32);
		if (footer.length === 32 && footer.toString("latin1", 0, 8) === "APETAGEX") return footer.readUInt32LE(12);
	}
	return 0;
}

async function soundEnd(bytes: Bytes, from: number): Promise<number> {
	// The frame that describes the stream is the first one; its marker stands behind 4 bytes of header and up to 32 of side information.
	const start = await bytes.read(from, 4096);
	const marker = Math.max(start.indexOf("Xing"), start.indexOf("Info"));
	if (marker < 0 || marker + 16 > start.length) return from;
	const flags = start.readUInt32BE(marker + 4);
	const hasFrames = (flags & 1) === 1;
	const hasBytes = (flags & 2) === 2;
	return hasBytes ? from + start.readUInt32BE(marker + 8 + (hasFrames ? 4 : 0)) : from;
}

/** 28 bits, seven in each byte (ID3v2.4 structure, 6.2). */
function syncSafe(bytes: Buffer, at: number): number {
	return [0, 1, 2, 3].reduce((size, index) => (size << 7) | ((bytes[at + index] ?? 0) & 0x7f), 0);
}
