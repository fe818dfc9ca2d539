/** One vibration of a voice: its pitch and loudness beside the note's, and seconds until it has died down to a thousandth. */
type Partial = { ratio: number; level: number; decay: number };

/** How an instrument sounds. `attack` and `release` in seconds; `noise` is a burst of hiss instead of a pitch. */
export type Voice = { partials: Partial[]; attack: number; release: number; noise?: { level: number; decay: number } };

const forever = Number.POSITIVE_INFINITY;
const partial = (ratio: number, level: number, decay: number): Partial => ({ ratio, level, decay });
/** Two strings a little out of tune, which beat slowly against each other. */
const pair = (ratio: number, level: number): Partial[] => [
	partial(ratio * 0.9985, level / 2, forever),
	partial(ratio * 1.0015, level / 2, forever),
];

export const voices = {
	/** A nylon string: high partials are gone first. */
	string: {
		partials: [1, 0.55, 0.36, 0.2, 0.14, 0.08, 0.05].map((level, at) => partial(at + 1, level, 2.4 / (1 + at * 0.7))),
		attack: 0.004,
		release: 0.12,
	},
	/** An electric piano: a soft tone and the tine above it. */
	keys: {
		partials: [partial(1, 1, 3), partial(2, 0.32, 1.6), partial(3, 0.1, 1), partial(7.03, 0.07, 0.28), partial(1.003, 0.35, 3)],
		attack: 0.006,
		release: 0.18,
	},
	/** Wood: a short tone with the bar's own overtones. */
	marimba: { partials: [partial(1, 1, 1.1), partial(3.93, 0.28, 0.35), partial(9.2, 0.06, 0.12)], attack: 0.003, release: 0.2 },
	/** Glass: long, and not quite harmonic. */
	bell: {
		partials: [partial(1, 0.8, 4), partial(2.003, 0.4, 3), partial(2.76, 0.22, 1.8), partial(5.4, 0.09, 0.9)],
		attack: 0.004,
		release: 0.6,
	},
	/** Strings of an orchestra, far away. */
	pad: { partials: [...pair(1, 1), ...pair(2, 0.4), ...pair(3, 0.18), ...pair(4, 0.08)], attack: 0.7, release: 0.9 },
	bass: { partials: [partial(1, 1, 5), partial(2, 0.42, 2.2), partial(3, 0.16, 1.1), partial(4, 0.05, 0.6)], attack: 0.012, release: 0.09 },
	kick: { partials: [partial(1, 1, 0.3), partial(1.7, 0.4, 0.1)], attack: 0.003, release: 0.04 },
	shaker: { partials: [], attack: 0.004, release: 0.02, noise: { level: 0.5, decay: 0.09 } },
} satisfies Record<string, Voice>;

export type VoiceName = keyof typeof voices;
