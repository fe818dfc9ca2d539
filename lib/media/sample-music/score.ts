import type { VoiceName } from "./voices";

/** `at` and `beats` in beats, `pitch` as MIDI counts it (69 is the A of 440 Hz). */
export type Note = { at: number; beats: number; pitch: number };
export type Part = { voice: VoiceName; level: number; notes: Note[] };
export type Piece = {
	name: string;
	title: string /** Beats a minute. */;
	tempo: number /** Beats; a tail follows. */;
	length: number;
	parts: Part[];
};

/** Chords one after the other, each `beats` long, all their notes at once. */
export function chords(beats: number, all: number[][]): Note[] {
	return all.flatMap((chord, bar) => chord.map((pitch) => ({ at: bar * beats, beats, pitch })));
}

/** Each chord's notes one by one in the order that `pattern` names them; places beyond its notes are an octave higher. */
export function arpeggio(beats: number, step: number, pattern: number[], all: number[][]): Note[] {
	return all.flatMap((chord, bar) =>
		pattern.slice(0, Math.round(beats / step)).map((place, at) => ({
			at: bar * beats + at * step,
			beats: step * 1.6,
			pitch: (chord[place % chord.length] ?? 60) + 12 * Math.floor(place / chord.length),
		})),
	);
}

/** A melody as `pitch/beats`; `-` rests. */
export function melody(text: string, start = 0): Note[] {
	let at = start;
	return text.split(" ").flatMap((word) => {
		const [pitch = "-", beats = "1"] = word.split("/");
		const note = { at, beats: Number(beats), pitch: Number(pitch) };
		at += Number(beats);
		return pitch === "-" ? [] : [note];
	});
}

/** One pitch again and again. */
export function pulse(
	pitch: number,
	{ from = 0, every, until, beats }: { from?: number; every: number; until: number; beats: number },
): Note[] {
	return Array.from({ length: Math.ceil((until - from) / every) }, (_, index) => ({ at: from + index * every, beats, pitch }));
}
