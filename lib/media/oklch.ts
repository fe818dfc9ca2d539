import type { Oklch } from "@/lib/drawn-cover";

/** A colour as SVG outside of browsers reads it, `#rrggbb`, without its opacity (https://bottosson.github.io/posts/oklab/). */
export function hexOf([lightness, chroma, hue]: Oklch): string {
	const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
	return `#${linear.map(channel).join("")}`;
}

/** Two digits; what a screen cannot show is the nearest that it can. */
function channel(linear: number): string {
	const light = Math.min(1, Math.max(0, linear));
	const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
	return Math.round(encoded * 255)
		.toString(16)
		.padStart(2, "0");
}
