/** Milliseconds of the echoes; lengths without a common divisor do not ring. */
const echoes = [29.7, 37.1, 41.1, 43.7];
const smears = [5.0, 1.7];
const wet = 0.16;

/** The sound in a small room, after Schroeder: echoes side by side, each duller than the one before, then smeared. */
export function reverberate(dry: Float32Array, sampleRate: number): Float32Array {
	const room = new Float32Array(dry.length);
	for (const length of echoes) addEcho(room, dry, Math.round((length * sampleRate) / 1000));
	for (const length of smears) smear(room, Math.round((length * sampleRate) / 1000));
	return dry.map((sample, at) => sample + wet * (room[at] ?? 0));
}

function addEcho(room: Float32Array, dry: Float32Array, length: number): void {
	const line = new Float32Array(length);
	let dull = 0;
	for (let at = 0; at < dry.length; at++) {
		const place = at % length;
		const heard = line[place] ?? 0;
		dull = 0.65 * heard + 0.35 * dull;
		line[place] = (dry[at] ?? 0) + 0.78 * dull;
		room[at] = (room[at] ?? 0) + heard;
	}
}

function smear(room: Float32Array, length: number): void {
	const line = new Float32Array(length);
	for (let at = 0; at < room.length; at++) {
		const place = at % length;
		const heard = line[place] ?? 0;
		const into = (room[at] ?? 0) + 0.5 * heard;
		line[place] = into;
		room[at] = heard - 0.5 * into;
	}
}
