/** A slideshow to try things out with; its pictures are drawn by `samplePicture`, one for each caption. */
export const fixture = {
	title: "A week in the hills",
	description: "Six pictures from a walk that nobody took. Passalong draws them itself.",
	content: { intervalMin: 4, intervalMax: 6, transition: "fade" },
	captions: [
		"First light, seen from the hut",
		"Over the ridge, about noon",
		"Nobody else at the lake",
		"Evening, and no hurry to be anywhere",
		"The lake again, an hour later",
		"Stars. Bring a blanket.",
	],
} as const;
