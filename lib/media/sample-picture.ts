import sharp from "sharp";
import { drawnCover } from "@/lib/drawn-cover";
import { hexOf } from "./oklch";

const size = { width: 1500, height: 1000 };

/** A landscape that is drawn from its title, as a JPEG of 1500 × 1000 pixels: somebody's first slideshow, without being anybody's photographs. */
export function samplePicture(title: string): Promise<Buffer> {
	const { stops, sun, hills } = drawnCover(title);
	const gradient = stops.map(({ at, colour }) => `<stop offset="${at}" stop-color="${hexOf(colour)}"/>`).join("");
	const paths = hills.map(({ path, colour }) => `<path d="${path}" fill="${hexOf(colour)}" fill-opacity="${colour[3] ?? 1}"/>`).join("");
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 20 100 66.7">
		<linearGradient id="sky" x2=".3" y2="1">${gradient}</linearGradient><rect width="100" height="100" fill="url(#sky)"/>
		<circle cx="${sun.x}" cy="${sun.y + 14}" r="${sun.radius * 0.7}" fill="${hexOf(sun.colour)}"/>${paths}</svg>`;
	return sharp(Buffer.from(drawing)).jpeg({ quality: 88 }).toBuffer();
}
