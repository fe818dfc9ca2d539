/** A walk by the sea, in pictures that are drawn from their titles. */
export const fixture = {
	title: "A walk to the lighthouse",
	description: "Four pictures from one evening. Press play, or go on by hand.",
	content: { intervalMin: 4, intervalMax: 6, transition: "fade" },
	pictures: [
		{ drawn: "First light", caption: "We set out late, with the sun already low." },
		{ drawn: "Harbour", caption: "The harbour from the hill." },
		{ drawn: "The last tram", caption: "Halfway. Nobody wanted to turn back." },
		{ drawn: "Up the hill", caption: "And there it was." },
	],
};
