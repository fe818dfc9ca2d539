/** Lightness and chroma as CSS has them (0 to 1, 0 to 0.4), hue in degrees, opacity. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number, opacity?: number];

/** Shapes of a square picture, 100 units wide. The gradient runs from the upper left corner to the lower edge. */
export type DrawnCover = {
	hash: number;
	stops: { at: number; colour: Oklch }[];
	sun: { x: number; y: number; radius: number; colour: Oklch };
	hills: { path: string; colour: Oklch }[];
};

const palettes = [
	[285, 340, 60],
	[25, 350, 90],
	[235, 285, 190],
	[160, 215, 95],
	[65, 20, 100],
	[200, 260, 150],
	[330, 20, 75],
	[255, 300, 30],
] as const;

function hashOf(title: string): number {
	let hash = 7;
	for (const character of title) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash;
}

/** A palette, a sun and two hills drawn from the title, so that nothing looks empty. The same title gives the same picture. */
export function drawnCover(title: string): DrawnCover {
	const hash = hashOf(title);
	const [low, mid, high] = palettes[hash % palettes.length] ?? palettes[0];
	const pick = (shift: number, below: number) => (hash >>> shift) % below;
	return {
		hash,
		stops: [
			{ at: 0, colour: [0.8, 0.12, high] },
			{ at: 0.55, colour: [0.66, 0.16, mid] },
			{ at: 1, colour: [0.45, 0.16, low] },
		],
		sun: { x: 22 + pick(4, 56), y: 18 + pick(8, 34), radius: 10 + pick(12, 12), colour: [0.93, 0.07, high, 0.9] },
		hills: [
			{
				path: `M0 ${58 + pick(5, 14)} Q ${20 + pick(9, 30)} ${38 + pick(13, 18)} 60 ${56 + pick(17, 10)} T 100 ${50 + pick(7, 16)} V100 H0Z`,
				colour: [0.48, 0.15, low, 0.75],
			},
			{
				path: `M0 ${76 + pick(11, 10)} Q ${40 + pick(15, 25)} ${58 + pick(6, 16)} 100 ${78 + pick(10, 10)} V100 H0Z`,
				colour: [0.3, 0.1, low, 0.9],
			},
		],
	};
}
