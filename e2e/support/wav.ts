type Wav = {
	seconds?: number;
	/** Hertz of the sine it plays; 0 is silence. */
	frequency?: number;
	/** Written as UTF-8; an INFO chunk does not say so. */
	title?: string;
	artist?: string;
};

const sampleRate = 8_000;

/** A small valid WAV: 16-bit mono PCM, with a LIST/INFO chunk when it has a title or an artist. */
export function wav({ seconds = 1, frequency = 440, title, artist }: Wav = {}): Uint8Array<ArrayBuffer> {
	const samples = Math.round(seconds * sampleRate);
	const pcm = Buffer.alloc(samples * 2);
	for (let at = 0; at < samples; at++) {
		pcm.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * frequency * at) / sampleRate)), at * 2);
	}
	const format = Buffer.alloc(16);
	format.writeUInt16LE(1, 0); // PCM
	format.writeUInt16LE(1, 2); // one channel
	format.writeUInt32LE(sampleRate, 4);
	format.writeUInt32LE(sampleRate * 2, 8); // bytes a second
	format.writeUInt16LE(2, 12); // bytes a frame
	format.writeUInt16LE(16, 14); // bits a sample

	const tags = [
		["INAM", title],
		["IART", artist],
	].flatMap(([id, text]) => (id && text ? [chunk(id, Buffer.from(`${text}\0`))] : []));
	const info = tags.length > 0 ? [chunk("LIST", Buffer.concat([Buffer.from("INFO"), ...tags]))] : [];
	return new Uint8Array(chunk("RIFF", Buffer.concat([Buffer.from("WAVE"), chunk("fmt ", format), ...info, chunk("data", pcm)])));
}

/** A RIFF chunk: four letters, the length, the content, and a byte of padding when the length is odd. */
function chunk(id: string, content: Buffer): Buffer {
	const head = Buffer.alloc(8, id, "latin1");
	head.writeUInt32LE(content.length, 4);
	return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
