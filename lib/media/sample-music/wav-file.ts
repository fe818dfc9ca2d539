/** A WAV file: mono, 16 bits a sample. Samples are between -1 and 1. */
export function wavFile(samples: Float32Array, sampleRate: number): Buffer {
	const file = Buffer.alloc(44 + 2 * samples.length);
	file.write("RIFF", 0, "latin1");
	file.writeUInt32LE(36 + 2 * samples.length, 4);
	file.write("WAVEfmt ", 8, "latin1");
	file.writeUInt32LE(16, 16); // bytes of the format
	file.writeUInt16LE(1, 20); // PCM
	file.writeUInt16LE(1, 22); // one channel
	file.writeUInt32LE(sampleRate, 24);
	file.writeUInt32LE(2 * sampleRate, 28); // bytes a second
	file.writeUInt16LE(2, 32); // bytes a frame
	file.writeUInt16LE(16, 34); // bits a sample
	file.write("data", 36, "latin1");
	file.writeUInt32LE(2 * samples.length, 40);
	for (const [at, sample] of samples.entries()) file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + 2 * at);
	return file;
}
