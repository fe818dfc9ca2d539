import { drawnCover, type Oklch } from "@/lib/drawn-cover";
import { hexOf } from "./oklch";

/** What sites ask for that unfurl links, in pixels. */
export const linkPictureSize = { width: 1200, height: 630 } as const;
export const artSide = 430;

/** Filled outlines over the backdrop; all of it numbers and colours of ours, nothing that somebody typed. */
export type Shape = { path: string; colour: Oklch };
export type Page = { art: { left: number; top: number }; mark: { x: number; y: number }; shapes: Shape[] };

const radius = 34;
/** The light theme's paper and brand. */
const paper = hexOf([0.985, 0.004, 85]);
const brand = hexOf([0.54, 0.2, 285]);
export const markSide = 40;

const svg = (width: number, height: number, content: string) =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);
const fill = (colour: Oklch) => `fill="${hexOf(colour)}" fill-opacity="${colour[3] ?? 1}"`;

/** The cover of what has none, as our pages draw it. */
export function drawing(title: string): Buffer {
	const { stops, sun, hills } = drawnCover(title);
	const gradient = stops.map(({ at, colour }) => `<stop offset="${at}" stop-color="${hexOf(colour)}"/>`).join("");
	return svg(
		artSide,
		artSide,
		`<g transform="scale(${artSide / 100})"><linearGradient id="sky" x2=".6" y2="1">${gradient}</linearGradient>
		<rect width="100" height="100" fill="url(#sky)"/><circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius}" ${fill(sun.colour)}/>
		${hills.map(({ path, colour }) => `<path d="${path}" ${fill(colour)}/>`).join("")}</g>`,
	);
}

/** What stays of the cover when its corners are rounded. */
export function corners(): Buffer {
	return svg(artSide, artSide, `<rect width="${artSide}" height="${artSide}" rx="${radius}"/>`);
}

/** How much smaller soft things are drawn: blurring the picture itself takes three times as long as all the rest. */
export const softly = 5;

/** What lies on the blurred backdrop: paper that hides most of it, and the cover's shadow. */
export function soft({ art }: Page): Buffer {
	const { width, height } = linkPictureSize;
	return svg(
		width / softly,
		height / softly,
		`<linearGradient id="paper" x2="0" y2="1"><stop stop-color="${paper}" stop-opacity=".66"/><stop offset=".85" stop-color="${paper}"/></linearGradient>
		<rect width="100%" height="100%" fill="url(#paper)"/>
		<filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="22"/></filter>
		<g transform="scale(${1 / softly})"><rect x="${art.left + 18}" y="${art.top + 34}" width="${artSide - 36}" height="${artSide - 24}"
		rx="${radius}" fill="#2b2320" fill-opacity=".3" filter="url(#soft)"/></g>`,
	);
}

/** What is sharp: our mark and the words. */
export function page({ mark, shapes }: Page): Buffer {
	const { width, height } = linkPictureSize;
	return svg(
		width,
		height,
		`<g transform="translate(${mark.x} ${mark.y}) scale(${markSide / 32})"><rect width="32" height="32" rx="11" fill="${brand}"/>
		<g fill="none" stroke="#fff" stroke-width="2.25" stroke-linecap="round"><circle cx="20.5" cy="9.5" r="3"/><circle cx="10.5" cy="16" r="3"/>
		<circle cx="20.5" cy="22.5" r="3"/><path d="m13.1 17.6 4.8 3.2M17.9 11.2l-4.8 3.2"/></g></g>
		${shapes.map(({ path, colour }) => `<path d="${path}" ${fill(colour)}/>`).join("")}`,
	);
}
