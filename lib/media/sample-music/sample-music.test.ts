import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readAudio } from "../audio";
import { pieces } from "./pieces";
import { renderPiece, sampleRate } from "./render";
import { wavFile } from "./wav-file";

/** Root mean square of a part: how loud it is heard. */
const loudness = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** The strength of one pitch in a part (Goertzel). */
function strength(samples: Float32Array, frequency: number): number {
	const turn = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
	let [before, now] = [0, 0];
	for (const sample of samples) [before, now] = [now, sample + turn * now - before];
	return Math.sqrt(before * before + now * now - turn * before * now) / samples.length;
}

describe.each(pieces)("$title", (piece) => {
	let samples: Float32Array;
	beforeAll(async () => {
		samples = await renderPiece(piece);
	});

	test("lasts 8 to 15 seconds and is a WAV that our own upload takes", async () => {
		expect(samples.length / sampleRate).toBeGreaterThan(8);
		expect(samples.length / sampleRate).toBeLessThan(15);
		const path = join(mkdtempSync(join(tmpdir(), "passalong-sample-")), "a.wav");
		await writeFile(path, wavFile(samples, sampleRate));
		expect(await readAudio(path)).toMatchObject({ type: "audio/wav", duration: Math.round((samples.length / sampleRate) * 1000) / 1000 });
	});

	test("is loud enough, and nowhere clipped", () => {
		const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
		expect(loudest).toBeGreaterThan(0.7);
		expect(loudest).toBeLessThan(0.9);
		expect(loudness(samples)).toBeGreaterThan(0.07);
		expect(loudness(samples)).toBeLessThan(0.3);
	});

	test("begins and ends in silence, without a click anywhere", () => {
		expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
		expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
		const second = (from: number) => loudness(samples.slice(from * sampleRate, (from + 1) * sampleRate));
		const end = samples.length / sampleRate;
		expect(second(end - 1)).toBeLessThan(second(end - 3) / 3);
		// A click is a jump. A tone of 2 kHz as loud as the whole piece may be moves by half of this from one sample to the next.
		let jump = 0;
		for (let at = 1; at < samples.length; at++) jump = Math.max(jump, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)));
		expect(jump).toBeLessThan(0.6);
		expect(Math.abs(samples.reduce((sum, sample) => sum + sample, 0) / samples.length), "no direct current").toBeLessThan(0.005);
	});

	test("never falls silent before its end", () => {
		const half = sampleRate / 2;
		for (let from = half; from + half < samples.length - 2.5 * sampleRate; from += half)
			expect(loudness(samples.slice(from, from + half)), `at ${from / sampleRate} s`).toBeGreaterThan(0.01);
	});

	test("plays the notes that it is written with", () => {
		const beat = 60 / piece.tempo;
		for (const { notes, voice } of piece.parts.filter(({ voice }) => voice !== "kick" && voice !== "shaker")) {
			for (const { at, pitch } of notes.filter((note) => note.beats * beat > 0.3)) {
				const from = Math.round((at * beat + (voice === "pad" ? 0.5 : 0.02)) * sampleRate);
				const part = samples.slice(from, from + 0.28 * sampleRate);
				const frequency = 440 * 2 ** ((pitch - 69) / 12);
				const beside = Math.min(strength(part, frequency * 2 ** (0.5 / 12)), strength(part, frequency * 2 ** (-0.5 / 12)));
				expect(strength(part, frequency), `${voice} ${pitch} at beat ${at}`).toBeGreaterThan(beside * 0.6);
			}
		}
	});

	test("is the same every time", async () => {
		expect(Buffer.from((await renderPiece(piece)).buffer).equals(Buffer.from(samples.buffer))).toBe(true);
	});
});

test("all of them together are at most four megabytes, differ, and are made without holding anybody up", async () => {
	let bytes = 0;
	let turns = 0;
	for (const piece of pieces) {
		let done = false;
		const rendering = renderPiece(piece).finally(() => {
			done = true;
		});
		for (; !done; turns++) await new Promise<void>((resolve) => setImmediate(resolve));
		bytes += wavFile(await rendering, sampleRate).length;
	}
	expect(bytes).toBeLessThan(4_000_000);
	expect(new Set(pieces.map(({ name }) => name)).size).toBe(pieces.length);
	// Between any two notes, or nearly: a piece has dozens.
	expect(turns).toBeGreaterThan(8 * pieces.length);
});
