import { wav } from "./wav";

/** An ID3v2.4 tag: a title and, when there is one, a picture, each as large as it is. */
export function id3({ title = "", cover }: { title?: string; cover?: Uint8Array }): Buffer {
	const frames = [frame("TIT2", Buffer.concat([Buffer.from([3]), Buffer.from(title)]))];
	if (cover) frames.push(frame("APIC", Buffer.concat([Buffer.from("\u0000image/png\u0000\u0003\u0000", "latin1"), cover])));
	const body = Buffer.concat(frames);
	return Buffer.concat([Buffer.from("ID3\u0004\u0000\u0000", "latin1"), syncSafe(body.length), body]);
}

/** The same song as a FLAC with these blocks of metadata put in behind its first one. */
export function flacWith(flac: Buffer, blocks: { type: number; body: Uint8Array }[]): Buffer {
	const streamInfoEnd = 4 + 4 + 34;
	const added = blocks.map(({ type, body }) => {
		const header = Buffer.alloc(4);
		header.writeUInt32BE(body.length);
		header[0] = type;
		return Buffer.concat([header, body]);
	});
	return Buffer.concat([flac.subarray(0, streamInfoEnd), ...added, flac.subarray(streamInfoEnd)]);
}

/** A FLAC picture block: front cover, PNG. */
export function flacPicture(cover: Uint8Array): Buffer {
	const number = (value: number) => {
		const bytes = Buffer.alloc(4);
		bytes.writeUInt32BE(value);
		return bytes;
	};
	const type = Buffer.from("image/png");
	const size = [number(1), number(1), number(24), number(0)];
	return Buffer.concat([number(3), number(type.length), type, number(0), ...size, number(cover.length), cover]);
}

/** A WAV with one more chunk at its end. */
export function wavWith(id: string, body: Uint8Array): Buffer {
	const head = Buffer.alloc(8, id, "latin1");
	head.writeUInt32LE(body.length, 4);
	const whole = Buffer.concat([wav({ seconds: 1 }), head, body, Buffer.alloc(body.length % 2)]);
	whole.writeUInt32LE(whole.length - 8, 4);
	return whole;
}

function frame(id: string, body: Buffer): Buffer {
	return Buffer.concat([Buffer.from(id, "latin1"), syncSafe(body.length), Buffer.alloc(2), body]);
}

function syncSafe(size: number): Buffer {
	return Buffer.from([(size >> 21) & 0x7f, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f]);
}
