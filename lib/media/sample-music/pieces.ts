import { arpeggio, chords, melody, type Piece, pulse } from "./score";

/** Short pieces of our own, by nobody who exists, so that a library has something in it before anything was uploaded. */
export const pieces: Piece[] = [
	{
		name: "northbound",
		title: "Northbound",
		tempo: 104,
		length: 16,
		parts: [
			{
				voice: "keys",
				level: 0.34,
				notes: chords(4, [
					[57, 60, 64, 67],
					[53, 57, 60, 64],
					[48, 55, 60, 64],
					[55, 59, 62, 69],
				]),
			},
			{
				voice: "bass",
				level: 0.5,
				notes: melody("45/1.5 45/.5 52/1 45/1 41/1.5 41/.5 48/1 41/1 36/1.5 36/.5 43/1 36/1 43/1.5 43/.5 47/1 43/1"),
			},
			{
				voice: "bell",
				level: 0.26,
				notes: melody("-/.5 76/.5 74/.5 72/1 76/1 81/.5 79/1 77/.5 76/.5 72/2 -/.5 76/.5 79/.5 84/1 83/.5 79/1 81/.5 79/.5 74/1.5 76/1.5"),
			},
			{ voice: "kick", level: 0.38, notes: pulse(33, { every: 2, until: 16, beats: 0.5 }) },
			{ voice: "shaker", level: 0.1, notes: pulse(60, { from: 0.5, every: 0.5, until: 16, beats: 0.25 }) },
		],
	},
	{
		name: "platform-nine",
		title: "Platform nine",
		tempo: 138,
		length: 24,
		parts: [
			{
				voice: "string",
				level: 0.4,
				notes: arpeggio(
					3,
					0.5,
					[0, 2, 3, 4, 3, 2],
					[
						[50, 57, 62, 66],
						[47, 54, 59, 62],
						[43, 50, 59, 62],
						[45, 52, 57, 61],
						[50, 57, 62, 66],
						[42, 49, 57, 61],
						[43, 50, 59, 62],
						[45, 52, 57, 64],
					],
				),
			},
			{ voice: "string", level: 0.34, notes: melody("-/3 78/2 76/1 74/2 71/1 69/3 74/2 76/1 78/1 81/1 78/1 79/2 78/1 76/3") },
			{ voice: "bass", level: 0.3, notes: melody("38/3 35/3 31/3 33/3 38/3 42/3 31/3 33/3") },
		],
	},
	{
		name: "late-train-home",
		title: "Late train home",
		tempo: 66,
		length: 12,
		parts: [
			{
				voice: "pad",
				level: 0.3,
				notes: chords(3, [
					[51, 58, 62, 67],
					[48, 55, 58, 63],
					[44, 51, 60, 63],
					[46, 53, 58, 65],
				]),
			},
			{
				voice: "bell",
				level: 0.3,
				notes: melody("-/.5 79/.5 82/.5 86/1.5 84/.5 82/.5 79/.5 75/1.5 -/.5 72/.5 75/.5 80/.5 79/1 77/.5 74/.5 70/2"),
			},
			{ voice: "bass", level: 0.4, notes: melody("39/3 36/3 32/3 34/3") },
		],
	},
	{
		name: "rain-on-the-window",
		title: "Rain on the window",
		tempo: 120,
		length: 20,
		parts: [
			{
				voice: "marimba",
				level: 0.4,
				notes: arpeggio(
					4,
					0.5,
					[0, 2, 1, 4, 3, 2, 5, 1],
					[
						[60, 64, 67],
						[57, 62, 65],
						[59, 62, 67],
						[57, 60, 64],
						[60, 64, 67],
					],
				),
			},
			{
				voice: "marimba",
				level: 0.26,
				notes: melody("-/1.5 79/1 76/.5 -/1 81/1 -/.5 77/1 74/.5 -/1 79/.5 83/1 -/.5 79/.5 -/1 76/1 72/.5 81/.5 -/1 76/1 72/1 79/2"),
			},
			{ voice: "bass", level: 0.42, notes: melody("36/2 43/2 38/2 45/2 43/2 38/2 33/2 40/2 36/4") },
			{ voice: "shaker", level: 0.07, notes: pulse(60, { from: 1, every: 1, until: 20, beats: 0.25 }) },
		],
	},
	{
		name: "first-light",
		title: "First light",
		tempo: 80,
		length: 14,
		parts: [
			{
				voice: "pad",
				level: 0.22,
				notes: chords(3.5, [
					[53, 60, 64, 69],
					[55, 59, 62, 67],
					[52, 55, 60, 67],
					[53, 57, 60, 64],
				]),
			},
			{
				voice: "keys",
				level: 0.3,
				notes: arpeggio(
					3.5,
					0.5,
					[0, 1, 2, 3, 4, 3, 2],
					[
						[65, 69, 72, 76],
						[67, 71, 74, 79],
						[64, 67, 72, 79],
						[65, 69, 72, 76],
					],
				),
			},
			{ voice: "bass", level: 0.36, notes: melody("41/3.5 43/3.5 40/3.5 41/3.5") },
			{ voice: "kick", level: 0.4, notes: pulse(33, { from: 3.5, every: 3.5, until: 14, beats: 0.5 }) },
		],
	},
];
