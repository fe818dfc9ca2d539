import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Font } from "harfbuzzjs";
import { unwrapWoff } from "./woff";

/** The typefaces of pictures with words in them; each is several files, by script. */
const typefaces = {
	display: { family: "bricolage-grotesque", weight: 700, scripts: ["latin", "latin-ext", "vietnamese"] },
	displayOfMore: {
		family: "inter",
		weight: 700,
		scripts: ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"],
	},
	text: {
		family: "inter",
		weight: 500,
		scripts: ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"],
	},
} as const;
export type TypefaceName = keyof typeof typefaces;

/** `spacing` is between letters, in parts of the size. */
type Letters = { size: number; spacing?: number };

/** Text becomes outlines here, so that a picture of it needs no fonts of the system and nothing that somebody typed is ever read as SVG. */
export type Typeface = {
	has(character: string): boolean;
	measure(text: string, letters: Letters): number;
	/** SVG path data with the start of the baseline at that place. */
	set(text: string, place: { x: number; y: number } & Letters): string;
};

const open = new Map<TypefaceName, Promise<Typeface>>();

/** A typeface, read when it is first asked for. */
export function typeface(name: TypefaceName): Promise<Typeface> {
	const known = open.get(name) ?? read(name);
	open.set(name, known);
	return known;
}

async function read(name: TypefaceName): Promise<Typeface> {
	const { family, weight, scripts } = typefaces[name];
	// On demand: a server that draws no picture loads no shaper.
	const { Blob, Buffer: Shaping, Direction, Face, Font, shape } = await import("harfbuzzjs");
	const fonts = await Promise.all(
		scripts.map(async (script) => {
			// Our working folder is the project's; a bundler would look for the package in vain.
			const file = join("node_modules", "@fontsource", family, "files", `${family}-${script}-${weight}-normal.woff`);
			const face = new Face(new Blob(unwrapWoff(await readFile(file)).buffer));
			return { font: new Font(face), unitsPerEm: face.upem };
		}),
	);
	type OneFont = (typeof fonts)[number];
	const fontFor = (character: string): OneFont | undefined =>
		fonts.find(({ font }) => (font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0) !== 0);

	/** Neighbours of one font go together, so that they are kerned. */
	function runsOf(text: string): { text: string; with: OneFont }[] {
		const runs: { text: string; with: OneFont }[] = [];
		for (const character of text) {
			const found = fontFor(character);
			const last = runs.at(-1);
			if (!found) continue;
			if (last?.with === found) last.text += character;
			else runs.push({ text: character, with: found });
		}
		return runs;
	}

	/** The glyphs of a text with their places, for a size of 1 from 0 on, and where the next one would stand. */
	function shaped(text: string, spacing: number) {
		let at = 0;
		const glyphs = runsOf(text).flatMap(({ text: part, with: { font, unitsPerEm } }) => {
			const letters = new Shaping();
			letters.addText(part);
			letters.setDirection(Direction.LTR);
			letters.guessSegmentProperties();
			shape(font, letters);
			return letters.getGlyphInfosAndPositions().map(({ codepoint: glyph, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
				const x = at + xOffset / unitsPerEm;
				at += xAdvance / unitsPerEm + spacing;
				return { font, glyph, x, up: yOffset / unitsPerEm, unit: 1 / unitsPerEm };
			});
		});
		return { glyphs, width: Math.max(0, at - spacing) };
	}

	return {
		has: (character) => fontFor(character) !== undefined,
		measure: (text, { size, spacing = 0 }) => shaped(text, spacing).width * size,
		set: (text, { x, y, size, spacing = 0 }) =>
			shaped(text, spacing)
				.glyphs.map((each) => outline(each.font, each.glyph, { x: x + each.x * size, y: y - each.up * size, scale: size * each.unit }))
				.join(""),
	};
}

/** A glyph's outline, which grows upwards from 0, brought to its place in a picture, which grows downwards. */
function outline(font: Font, glyph: number, { x, y, scale }: { x: number; y: number; scale: number }): string {
	return font
		.glyphToPath(glyph)
		.replace(
			/(-?[\d.]+),(-?[\d.]+)/g,
			(_, left: string, up: string) => `${(x + Number(left) * scale).toFixed(1)},${(y - Number(up) * scale).toFixed(1)}`,
		);
}
