// Songs for benchmarks.

/** A sine of so many seconds as a WAV file of 16,000 bytes a second. */
export function tone(frequency, seconds = 1) {
	const rate = 8_000;
	const file = Buffer.alloc(44 + 2 * rate * seconds);
	file.write("RIFF\0\0\0\0WAVEfmt ", 0, "latin1");
	file.writeUInt32LE(36 + 2 * rate * seconds, 4);
	for (const [at, value] of [
		[16, 16],
		[24, rate],
		[28, 2 * rate],
		[40, 2 * rate * seconds],
	])
		file.writeUInt32LE(value, at);
	for (const [at, value] of [
		[20, 1],
		[22, 1],
		[32, 2],
		[34, 16],
	])
		file.writeUInt16LE(value, at);
	file.write("data", 36, "latin1");
	for (let at = 0; at < rate * seconds; at++)
		file.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * frequency * at) / rate)), 44 + 2 * at);
	return file;
}
