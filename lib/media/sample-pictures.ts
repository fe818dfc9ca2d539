import sharp from "sharp";
import type { Oklch } from "@/lib/drawn-cover";
import { hexOf } from "./oklch";

/** A view of hills: the sky from its top down to the horizon, the light in it, the ridges from the farthest to the nearest. */
type Scene = {
	sky: [Oklch, Oklch, Oklch];
	light: { x: number; y: number; radius: number; colour: Oklch };
	ridges: Oklch[];
	/** Where the farthest ridge stands, as a part of the height, and how rough ridges are. */
	horizon: number;
	rough: number;
	/** The lower part is water, in which everything is seen again. */
	lake?: boolean;
	stars?: boolean;
};

const scenes: Scene[] = [
	{
		sky: [
			[0.78, 0.07, 250],
			[0.88, 0.07, 70],
			[0.93, 0.08, 60],
		],
		light: { x: 0.68, y: 0.5, radius: 70, colour: [0.97, 0.07, 85] },
		ridges: [
			[0.72, 0.06, 300],
			[0.6, 0.07, 290],
			[0.46, 0.07, 285],
			[0.3, 0.05, 280],
		],
		horizon: 0.52,
		rough: 0.9,
	},
	{
		sky: [
			[0.7, 0.11, 245],
			[0.82, 0.08, 235],
			[0.92, 0.03, 220],
		],
		light: { x: 0.2, y: 0.2, radius: 46, colour: [0.99, 0.03, 95] },
		ridges: [
			[0.78, 0.05, 235],
			[0.62, 0.08, 200],
			[0.5, 0.1, 160],
			[0.38, 0.09, 150],
		],
		horizon: 0.45,
		rough: 1.5,
	},
	{
		sky: [
			[0.74, 0.09, 230],
			[0.86, 0.06, 215],
			[0.94, 0.03, 100],
		],
		light: { x: 0.55, y: 0.24, radius: 52, colour: [0.99, 0.04, 100] },
		ridges: [
			[0.72, 0.06, 220],
			[0.56, 0.08, 190],
			[0.42, 0.08, 170],
		],
		horizon: 0.4,
		rough: 1.1,
		lake: true,
	},
	{
		sky: [
			[0.6, 0.13, 285],
			[0.74, 0.15, 20],
			[0.86, 0.14, 65],
		],
		light: { x: 0.34, y: 0.55, radius: 84, colour: [0.93, 0.13, 75] },
		ridges: [
			[0.6, 0.14, 20],
			[0.46, 0.13, 350],
			[0.34, 0.1, 320],
			[0.22, 0.06, 300],
		],
		horizon: 0.58,
		rough: 0.8,
	},
	{
		sky: [
			[0.45, 0.12, 290],
			[0.62, 0.13, 330],
			[0.78, 0.12, 40],
		],
		light: { x: 0.74, y: 0.42, radius: 48, colour: [0.95, 0.08, 60] },
		ridges: [
			[0.5, 0.11, 320],
			[0.36, 0.1, 300],
			[0.24, 0.07, 285],
		],
		horizon: 0.46,
		rough: 1.2,
		lake: true,
	},
	{
		sky: [
			[0.2, 0.06, 270],
			[0.3, 0.08, 265],
			[0.46, 0.08, 250],
		],
		light: { x: 0.24, y: 0.22, radius: 40, colour: [0.96, 0.03, 95] },
		ridges: [
			[0.32, 0.06, 260],
			[0.24, 0.05, 265],
			[0.15, 0.03, 270],
		],
		horizon: 0.55,
		rough: 1,
		stars: true,
	},
];

/** How many there are. */
export const samplePictures = scenes.length;
const size = { width: 1920, height: 1280 } as const;

/** One of a few pictures of ours, drawn from numbers, as a JPEG. The same each time. */
export function samplePicture(index: number): Promise<Buffer> {
	const scene = scenes[index % scenes.length];
	return sharp(Buffer.from(scene ? draw(scene, index) : ""))
		.jpeg({ quality: 90 })
		.toBuffer();
}

/** Numbers from 0 to 1 that look random and are not. */
function numbers(seed: number): () => number {
	let state = seed * 7919 + 17;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

function draw({ sky, light, ridges, horizon, rough, lake, stars }: Scene, seed: number): string {
	const { width, height } = size;
	const random = numbers(seed + 1);
	const shore = lake ? 0.66 * height : height;
	const fill = (colour: Oklch) => `fill="${hexOf(colour)}"`;
	const hills = ridges.map((colour, index) => {
		const top = (horizon + ((lake ? 0.58 : 0.94) - horizon) * (index / ridges.length)) * height;
		return `<path d="${ridge(top, shore, (rough * 150) / (1 + index * 0.45), random)}" ${fill(colour)}/>`;
	});
	const sparks = Array.from({ length: stars ? 160 : 0 }, () => {
		const [x, y, r] = [random() * width, random() ** 1.4 * horizon * height, 0.7 + random() * 1.6];
		return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="#fff" fill-opacity="${(0.4 + random() * 0.6).toFixed(2)}"/>`;
	});
	const sun = `<circle cx="${light.x * width}" cy="${light.y * height}" r="${light.radius}" ${fill(light.colour)}/>`;
	const glow = `<circle cx="${light.x * width}" cy="${light.y * height}" r="${light.radius * 7}" fill="url(#glow)"/>`;
	const view = `<rect width="${width}" height="${height}" fill="url(#sky)"/>${sparks.join("")}${glow}${sun}${hills.join("")}`;
	const water = lake
		? `<g clip-path="url(#below)"><g transform="translate(0 ${2 * shore}) scale(1 -1)">${view}</g><rect y="${shore}" width="${width}" height="${height}" fill="${hexOf(sky[0])}" fill-opacity=".28"/></g>`
		: "";
	const stops = sky.map((colour, index) => `<stop offset="${[0, 0.62, 1][index]}" stop-color="${hexOf(colour)}"/>`).join("");
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
		<linearGradient id="sky" x2="0" y2="${horizon + 0.12}">${stops}</linearGradient>
		<radialGradient id="glow"><stop offset="0" stop-color="${hexOf(light.colour)}" stop-opacity=".5"/><stop offset="1" stop-color="${hexOf(light.colour)}" stop-opacity="0"/></radialGradient>
		<clipPath id="below"><rect y="${shore}" width="${width}" height="${height - shore}"/></clipPath></defs>${view}${water}</svg>`;
}

/** The outline of hills around that height, down to their foot: a few waves, the shorter the flatter. */
function ridge(top: number, foot: number, high: number, random: () => number): string {
	const waves = Array.from({ length: 6 }, (_, index) => ({
		length: (1.4 + random()) * 2 ** index * 1.7,
		shift: random() * 6.28,
		height: high / 1.75 ** index,
	}));
	const points = Array.from({ length: 161 }, (_, step) => {
		const at = step / 160;
		const lift = waves.reduce((sum, { length, shift, height }) => sum + Math.sin(at * length + shift) * height, 0);
		return `${(at * size.width).toFixed(1)} ${Math.min(foot, top - lift * 0.5).toFixed(1)}`;
	});
	return `M0 ${foot}L${points.join("L")}L${size.width} ${foot}Z`;
}
