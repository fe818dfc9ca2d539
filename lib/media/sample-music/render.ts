import { setImmediate as breathe } from "node:timers/promises";
import { reverberate } from "./room";
import type { Note, Piece } from "./score";
import { type Voice, voices } from "./voices";

/** Samples a second. Nothing in the pieces is higher than half of it. */
export const sampleRate = 24_000;
/** Seconds in which the last notes and the room die away. */
const tail = 2.5;
/** As loud as the loudest moment becomes, of 1. */
const peak = 0.84;

/** The piece as samples between -1 and 1, always the same ones. Others get their turn after every note. */
export async function renderPiece({ tempo, length, parts }: Piece): Promise<Float32Array> {
	const beat = 60 / tempo;
	const mix = new Float32Array(Math.round((length * beat + tail) * sampleRate));
	for (const { voice, level, notes } of parts) {
		for (const note of notes) {
			addNote(mix, voices[voice], level, seconds(note, beat));
			await breathe();
		}
	}
	const wet = reverberate(mix, sampleRate);
	await breathe();
	return master(wet);
}

type Sounding = { start: number; length: number; frequency: number };

function seconds({ at, beats, pitch }: Note, beat: number): Sounding {
	return { start: at * beat, length: beats * beat, frequency: 440 * 2 ** ((pitch - 69) / 12) };
}

function addNote(mix: Float32Array, voice: Voice, level: number, { start, length, frequency }: Sounding): void {
	const from = Math.round(start * sampleRate);
	const count = Math.min(Math.round((length + voice.release) * sampleRate), mix.length - from);
	const sound = new Float32Array(Math.max(0, count));
	for (const { ratio, level, decay } of voice.partials) ring(sound, ratio * frequency, level, decay);
	if (voice.noise) hiss(sound, voice.noise, from);
	const attack = voice.attack * sampleRate;
	const release = voice.release * sampleRate;
	for (let at = 0; at < count; at++) {
		const envelope = ramp(at / attack) * ramp((count - at) / release);
		mix[from + at] = (mix[from + at] ?? 0) + level * envelope * (sound[at] ?? 0);
	}
}

/** From 0 to 1 without an edge. */
function ramp(part: number): number {
	return part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part);
}

/** Adds a dying sine, as a resonator of two multiplications a sample. */
function ring(sound: Float32Array, frequency: number, level: number, decay: number): void {
	if (frequency > 0.45 * sampleRate) return;
	const fall = Number.isFinite(decay) ? 0.001 ** (1 / (decay * sampleRate)) : 1;
	const turn = (2 * Math.PI * frequency) / sampleRate;
	const back = 2 * fall * Math.cos(turn);
	let [before, now] = [(-level * Math.sin(turn)) / fall, 0];
	for (let at = 0; at < sound.length; at++) {
		sound[at] = (sound[at] ?? 0) + now;
		[before, now] = [now, back * now - fall * fall * before];
	}
}

/** Adds a burst of noise without its low half; `seed` makes it the same each time. */
function hiss(sound: Float32Array, { level, decay }: { level: number; decay: number }, seed: number): void {
	const fall = 0.001 ** (1 / (decay * sampleRate));
	let state = seed | 1;
	let [last, loud] = [0, level];
	for (let at = 0; at < sound.length; at++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		const noise = state / 2 ** 31;
		sound[at] = (sound[at] ?? 0) + loud * 0.5 * (noise - last);
		last = noise;
		loud *= fall;
	}
}

/** As loud as it may be, out of silence and into it. */
function master(mix: Float32Array): Float32Array {
	let loudest = 0;
	for (const sample of mix) loudest = Math.max(loudest, Math.abs(sample));
	const gain = loudest > 0 ? peak / loudest : 0;
	const [opening, closing] = [0.01 * sampleRate, tail * 0.7 * sampleRate];
	return mix.map((sample, at) => sample * gain * ramp(at / opening) * ramp((mix.length - 1 - at) / closing));
}
