import { type SpanTable, spanTable, thingsAt } from "./font-spans";
import xiaolai from "./xiaolai.json";

/** A typeface of Excalidraw's: how it is written in SVG, and the measures that say where a line's baseline lies (its `FONT_METADATA`). */
export type BoardFont = {
	stack: string;
	unitsPerEm: number;
	ascender: number;
	descender: number;
	lineHeight: number;
	folder: string | null;
};

const emoji = '"Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji"';
const font = (
	stack: string,
	folder: string | null,
	unitsPerEm: number,
	ascender: number,
	descender: number,
	lineHeight: number,
): BoardFont => ({
	stack: `${stack}, ${emoji}, sans-serif`,
	folder,
	unitsPerEm,
	ascender,
	descender,
	lineHeight,
});

const excalifont = font("Excalifont, Xiaolai", "Excalifont", 1000, 886, -374, 1.25);
const fonts: Record<number, BoardFont> = {
	1: font("Virgil", "Virgil", 1000, 886, -374, 1.25),
	2: font("Helvetica, Arial, Liberation Sans", null, 2048, 1577, -471, 1.15),
	3: font("Cascadia", "Cascadia", 2048, 1900, -480, 1.2),
	5: excalifont,
	6: font("Nunito", "Nunito", 1000, 1011, -353, 1.35),
	7: font("Lilita One", "Lilita", 1000, 923, -220, 1.15),
	8: font("Comic Shanns", "ComicShanns", 1000, 750, -250, 1.25),
	9: font("Liberation Sans", "Liberation", 2048, 1854, -434, 1.15),
};

/** The typeface with that number; Excalidraw's own for one that nobody knows. */
export function boardFont(number: number | null | undefined): BoardFont {
	return fonts[number ?? 5] ?? excalifont;
}

type Face = { family: string; file: string; range: string | null; weight?: number };
const face = (family: string, file: string, range: string | null = null, weight?: number): Face => ({
	family,
	file,
	range,
	...(weight && { weight }),
});

const latin =
	"U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+2074,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const latinExtended = "U+100-2AF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
const nunito = "Nunito/Nunito-Regular-XRXI3I6Li01BKofiOc5wtlZ2di8HDIkhd";
const excali = "Excalifont/Excalifont-Regular-";
const shanns = "ComicShanns/ComicShanns-Regular-";

/** The letters of China, Japan and Korea, in two hundred files: Excalidraw's typeface for them goes with Excalifont. */
const xiaolaiFaces = Object.entries(xiaolai).map(([hash, range]) =>
	face("Xiaolai", `Xiaolai/Xiaolai-Regular-${hash}.woff2`, `U+${range.replaceAll(",", ",U+")}`),
);

/** The files of @excalidraw/excalidraw, and which characters each is for (its `fonts/<family>/index.ts`). A test holds them to the package. */
export const faces: readonly Face[] = [
	face("Virgil", "Virgil/Virgil-Regular.woff2"),
	face("Cascadia", "Cascadia/CascadiaCode-Regular.woff2"),
	face("Liberation Sans", "Liberation/LiberationSans-Regular.woff2"),
	face("Lilita One", "Lilita/Lilita-Regular-i7dPIFZ9Zz-WBtRtedDbYE98RXi4EwSsbg.woff2", latinExtended),
	face("Lilita One", "Lilita/Lilita-Regular-i7dPIFZ9Zz-WBtRtedDbYEF8RXi4EwQ.woff2", latin),
	face("Nunito", `${nunito}Tk3j6zbXWjgevT5.woff2`, "U+460-52F,U+1C80-1C88,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F", 500),
	face("Nunito", `${nunito}TA3j6zbXWjgevT5.woff2`, "U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116", 500),
	face(
		"Nunito",
		`${nunito}Ts3j6zbXWjgevT5.woff2`,
		"U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+329,U+1EA0-1EF9,U+20AB",
		500,
	),
	face("Nunito", `${nunito}To3j6zbXWjgevT5.woff2`, latinExtended, 500),
	face("Nunito", `${nunito}TQ3j6zbXWjgeg.woff2`, latin, 500),
	face(
		"Excalifont",
		`${excali}a88b72a24fb54c9f94e3b5fdaa7481c9.woff2`,
		"U+20-7E,U+A0-A3,U+A5-A6,U+A8-AB,U+AD-B1,U+B4,U+B6-B8,U+BA-FF,U+131,U+152-153,U+2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+2013-2014,U+2018-201A,U+201C-201E,U+2020,U+2022,U+2024-2026,U+2030,U+2039-203A,U+20AC,U+2122,U+2212",
	),
	face(
		"Excalifont",
		`${excali}be310b9bcd4f1a43f571c46df7809174.woff2`,
		"U+100-130,U+132-137,U+139-149,U+14C-151,U+154-17E,U+192,U+1FC-1FF,U+218-21B,U+237,U+1E80-1E85,U+1EF2-1EF3,U+2113",
	),
	face("Excalifont", `${excali}b9dcf9d2e50a1eaf42fc664b50a3fd0d.woff2`, "U+400-45F,U+490-491,U+2116"),
	face(
		"Excalifont",
		`${excali}41b173a47b57366892116a575a43e2b6.woff2`,
		"U+37E,U+384-38A,U+38C,U+38E-393,U+395-3A1,U+3A3-3A8,U+3AA-3CF,U+3D7",
	),
	face(
		"Excalifont",
		`${excali}3f2c5db56cc93c5a6873b1361d730c16.woff2`,
		"U+2C7,U+2D8-2D9,U+2DB,U+2DD,U+302,U+306-307,U+30A-30C,U+326-328,U+212E,U+2211,U+FB01-FB02",
	),
	face("Excalifont", `${excali}349fac6ca4700ffec595a7150a0d1e1d.woff2`, "U+462-463,U+472-475,U+4D8-4D9,U+4E2-4E3,U+4E6-4E9,U+4EE-4EF"),
	face("Excalifont", `${excali}623ccf21b21ef6b3a0d87738f77eb071.woff2`, "U+300-301,U+303"),
	face(
		"Comic Shanns",
		`${shanns}279a7b317d12eb88de06167bd672b4b4.woff2`,
		"U+20-7E,U+A1-A6,U+A8,U+AB-AC,U+AF-B1,U+B4,U+B8,U+BB-BC,U+BF-CF,U+D1-D7,U+D9-DE,U+E0-EF,U+F1-F7,U+F9-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2013-2014,U+2018-201A,U+201C-201D,U+2020-2022,U+2026,U+2039-203A,U+2044,U+20AC,U+2191,U+2193,U+2212",
	),
	face(
		"Comic Shanns",
		`${shanns}fcb0fc02dcbee4c9846b3e2508668039.woff2`,
		"U+100-10F,U+112-125,U+128-130,U+134-137,U+139-13C,U+141-148,U+14C-151,U+154-161,U+164-165,U+168-17F,U+1BF,U+1F7,U+218-21B,U+237,U+1E80-1E85,U+1EF2-1EF3,U+A75B",
	),
	face(
		"Comic Shanns",
		`${shanns}dc6a8806fa96795d7b3be5026f989a17.woff2`,
		"U+2C7,U+2D8-2D9,U+2DB,U+2DD,U+315,U+2190,U+2192,U+2200,U+2203-2204,U+2264-2265,U+F6C3",
	),
	face("Comic Shanns", `${shanns}6e066e8de2ac57ea9283adb9c24d7f0c.woff2`, "U+3BB"),
	...xiaolaiFaces,
];

const allCodes = { first: 0, last: 0x10ffff };

/** The first and last codes of a range's parts. */
function spansOf(range: string | null): { first: number; last: number }[] {
	if (range === null) return [allCodes];
	return range.split(",").map((span) => {
		const [first = 0, last = first] = span
			.slice(2)
			.split("-")
			.map((hex) => Number.parseInt(hex, 16));
		return { first, last };
	});
}

/** The folder of the typeface that a file is loaded with. */
function folderOf({ file }: Face): string {
	const folder = file.split("/")[0] ?? "";
	return folder === "Xiaolai" ? "Excalifont" : folder;
}

const tables = new Map<string, SpanTable<Face>>();

/** Which files each character of a typeface needs; made once, for the two hundred files of one have ten thousand spans. */
function tableOf(folder: string): SpanTable<Face> {
	const known = tables.get(folder);
	if (known) return known;
	const own = faces.filter((each) => folderOf(each) === folder);
	const made = spanTable(own.flatMap((thing) => spansOf(thing.range).map((span) => ({ ...span, thing }))));
	tables.set(folder, made);
	return made;
}

/** The files that these texts need, by the folder of their typeface. */
export function facesFor(texts: ReadonlyMap<string, ReadonlySet<number>>): Face[] {
	const needed = new Set<Face>();
	for (const [folder, codes] of texts) {
		const table = tableOf(folder);
		for (const code of codes) for (const each of thingsAt(table, code)) needed.add(each);
	}
	return faces.filter((each) => needed.has(each));
}

/** The rules that name those files; `urlOf` says where each is, or holds its bytes. */
export function fontRules(needed: readonly Face[], urlOf: (file: string) => string): string {
	return needed
		.map(({ family, file, range, weight }) => {
			const rest = `${range ? `unicode-range:${range};` : ""}${weight ? `font-weight:400 ${weight};` : ""}`;
			return `@font-face{font-family:"${family}";src:url(${urlOf(file)}) format("woff2");font-display:swap;${rest}}`;
		})
		.join("");
}
