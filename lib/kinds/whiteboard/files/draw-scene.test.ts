import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { fixture } from "../fixture";
import { whiteboard } from "../kind";
import { scene } from "../scene";
import { drawScene } from "./draw-scene";

const names = new Set(["svg", "g", "path", "text", "tspan", "rect", "image", "defs", "clipPath", "mask", "a", "style"]);
const hrefs = /^(?:https?:\/\/[^\s"'<>]+|\/api\/files\/[\w/-]+|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*)$/;

/** Reads a drawing as strict XML, and looks at each of its parts. Answers the texts and how often each name stands in it. */
function inspect(svg: string): { texts: string; names: Record<string, number>; attributes: [string, string][] } {
	const parser = new SaxesParser();
	const found: Record<string, number> = {};
	const attributes: [string, string][] = [];
	let texts = "";
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag) => {
		expect(names, tag.name).toContain(tag.name);
		found[tag.name] = (found[tag.name] ?? 0) + 1;
		for (const [name, value] of Object.entries(tag.attributes)) {
			expect(name).not.toMatch(/^on|style|src/i);
			if (name !== "aria-label") expect(value, name).not.toMatch(/NaN|Infinity|undefined|javascript:/i);
			if (name === "href") expect(value).toMatch(hrefs);
			if (name === "fill" || name === "stroke") expect(value).toMatch(/^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/+-]+\))$/i);
			attributes.push([name, value]);
		}
	});
	parser.on("text", (text) => {
		texts += text;
	});
	parser.write(svg).close();
	return { texts, names: found, attributes };
}

function draw(elements: unknown[], files: Record<string, unknown> = {}) {
	const parsed = scene.parse({ elements, files });
	return drawScene(parsed, {
		title: "A board",
		background: "#ffffff",
		backdrop: true,
		hrefOf: ({ dataURL }) => (dataURL.startsWith("data:") ? dataURL : `/api/files/items/1/files/${dataURL}`),
		fontUrl: (file) => `/fonts/${file}`,
	});
}

const at = { x: 10, y: 20, width: 120, height: 80 };
const line = {
	points: [
		[0, 0],
		[60, 40],
		[120, 0],
	],
};
const each: [string, Record<string, unknown>][] = [
	["rectangle", {}],
	["rectangle", { roundness: { type: 3 }, fillStyle: "hachure", backgroundColor: "#ffec99" }],
	["ellipse", { fillStyle: "cross-hatch", backgroundColor: "#ffec99" }],
	["diamond", { roundness: { type: 2 }, fillStyle: "zigzag", backgroundColor: "red" }],
	["line", line],
	[
		"line",
		{
			points: [
				[0, 0],
				[60, 40],
				[0, 0],
			],
			backgroundColor: "#ffec99",
		},
	],
	["arrow", { ...line, roundness: { type: 2 }, strokeStyle: "dashed" }],
	[
		"arrow",
		{
			points: [
				[0, 0],
				[60, 0],
				[60, 80],
			],
			elbowed: true,
			strokeStyle: "dotted",
		},
	],
	...["bar", "dot", "circle_outline", "triangle", "diamond_outline", "crowfoot_one", "crowfoot_many", "crowfoot_one_or_many"].map(
		(head): [string, Record<string, unknown>] => ["arrow", { ...line, startArrowhead: head, endArrowhead: head }],
	),
	[
		"freedraw",
		{
			points: [
				[0, 0],
				[30, 40],
				[60, 10],
				[120, 80],
			],
		},
	],
	[
		"freedraw",
		{
			points: [
				[0, 0],
				[30, 40],
				[60, 10],
			],
			pressures: [0.2, 0.6, 1],
			simulatePressure: false,
		},
	],
	["text", { text: "Hello\nworld", fontSize: 20, fontFamily: 5 }],
	["image", { fileId: "pic" }],
	["frame", { name: "A frame" }],
	["embeddable", { link: "https://example.com/page" }],
];

describe("a drawing", () => {
	test.each(each)("shows a %s %j", async (type, more) => {
		const { svg, width, height } = await draw([{ id: "a", type, ...at, ...more }], {
			pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" },
		});
		const { names } = inspect(svg);
		const { path = 0, text = 0, image = 0, rect = 0 } = names;
		// One rectangle is the background.
		expect(path + text + image + rect - 1).toBeGreaterThan(0);
		expect(width).toBeGreaterThan(60);
		expect(width).toBeLessThan(400);
		expect(height).toBeLessThan(400);
	});

	test("of our example has all that stands in it", async () => {
		const { texts, names } = inspect((await draw(whiteboard.content.parse(fixture.content).canvas_data.elements)).svg);
		for (const words of ["Weekend at the cabin", "pack the car", "Rain?", "Ada: tent, lantern"]) expect(texts).toContain(words);
		expect(names.path).toBeGreaterThan(20);
	});

	test("is the same every time", async () => {
		const elements = each.map(([type, more], place) => ({ id: `n${place}`, type, ...at, ...more }));
		expect((await draw(elements)).svg).toBe((await draw(elements)).svg);
		expect((await draw([{ id: "a", type: "ellipse", ...at, seed: 0 }])).svg).toBe(
			(await draw([{ id: "a", type: "ellipse", ...at, seed: 0 }])).svg,
		);
	});

	test("leaves out what was erased and what we do not know", async () => {
		const { svg, isEmpty } = await draw([
			{ id: "a", type: "text", text: "gone", ...at, isDeleted: true },
			{ id: "b", type: "hologram", text: "unknown", ...at },
		]);
		expect(isEmpty).toBe(true);
		expect(inspect(svg).texts).toBe("");
	});

	test("goes from back to front, a label with its box", async () => {
		const { svg } = await draw([
			{ id: "box", type: "rectangle", ...at },
			{ id: "front", type: "text", text: "front", ...at },
			{ id: "label", type: "text", text: "label", ...at, containerId: "box" },
		]);
		expect(inspect(svg).texts.replace(/\W+/g, " ").trim()).toMatch(/label ?front$/);
	});

	test("hides the line behind the label of an arrow", async () => {
		const { names } = inspect(
			(
				await draw([
					{ id: "a", type: "arrow", ...at, ...line },
					{ id: "t", type: "text", text: "label", ...at, containerId: "a" },
				])
			).svg,
		);
		expect(names.mask).toBe(1);
	});

	test("turns, cuts and lets through as the board says", async () => {
		const { attributes } = inspect(
			(
				await draw([
					{ id: "f", type: "frame", ...at },
					{ id: "a", type: "rectangle", ...at, width: 500, frameId: "f", angle: Math.PI / 2, opacity: 40 },
				])
			).svg,
		);
		expect(attributes).toContainEqual(["transform", "rotate(90 260 60)"]);
		expect(attributes).toContainEqual(["opacity", "0.4"]);
		expect(attributes.filter(([name]) => name === "clip-path")).toHaveLength(1);
	});

	test("turns the letters of languages that run left the right way", async () => {
		const { attributes } = inspect((await draw([{ id: "a", type: "text", text: "שלום", ...at, textAlign: "left" }])).svg);
		expect(attributes).toContainEqual(["direction", "rtl"]);
		expect(attributes).toContainEqual(["text-anchor", "end"]);
	});

	test("names the typefaces that it needs and no others", async () => {
		const style = async (text: string, fontFamily: number) =>
			inspect((await draw([{ id: "a", type: "text", text, fontFamily, ...at }])).svg).texts;
		expect(await style("Hi", 5)).toMatch(/Excalifont-Regular-a88b/);
		expect(await style("Hi", 5)).not.toMatch(/Xiaolai|Nunito|be310b/);
		expect(await style("Žluťoučký", 5)).toMatch(/be310b/);
		expect(await style("你好", 5)).toMatch(/Xiaolai-Regular-/);
		expect(await style("Hi", 2)).not.toMatch(/font-face/);
	});

	test("stays within bounds, however large the board is", async () => {
		const hatched = Array.from({ length: 3_000 }, (_, place) => ({
			id: `n${place}`,
			type: "rectangle",
			x: place,
			y: 0,
			width: 1e6,
			height: 1e6,
			strokeWidth: 0.1,
			fillStyle: "cross-hatch",
			backgroundColor: "red",
		}));
		expect((await draw(hatched)).svg.length).toBeLessThan(3_000_000);
		const stroke = Array.from({ length: 20_000 }, (_, place) => [place % 997, (place * 7) % 613]);
		const strokes = Array.from({ length: 10 }, (_, place) => ({ id: `n${place}`, type: "freedraw", ...at, points: stroke }));
		expect((await draw(strokes)).svg.length).toBeLessThan(4_000_000);
		// What a line says of its own size is not believed.
		const liar = {
			id: "a",
			type: "line",
			x: 0,
			y: 0,
			width: 1,
			height: 1,
			points: [
				[0, 0],
				[1e6, 1e6],
				[0, 1e6],
				[0, 0],
			],
			strokeWidth: 0.1,
			strokeStyle: "dotted",
			fillStyle: "hachure",
			backgroundColor: "red",
		};
		const { svg } = await draw([liar]);
		expect(svg.length).toBeLessThan(200_000);
		expect(svg).not.toContain("dasharray");
	});
});

const evil = fc.constantFrom(
	'"><script>alert(1)</script>',
	"javascript:alert(1)",
	"url(https://evil.example/x)",
	"red;background:url(//evil.example)",
	"]]></style><svg onload=alert(1)>",
	"&lt;b&gt; &amp; 'quoted' \"twice\"",
	"\u0000\u0007\ud800\ufffe\u202e",
	"__proto__",
	"#ffec99",
	"data:image/svg+xml;base64,PHN2Zy8+",
	"https://example.com/?a=1&b='2'",
);
const text = fc.oneof(evil, fc.string({ unit: "binary", maxLength: 30 }));
const number = fc.oneof(
	fc.constantFrom(0, -0, 1, 1e6, -1e6, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, 0.1),
	fc.double({ min: -2000, max: 2000, noNaN: true }),
);
const any = fc.oneof(
	number,
	text,
	fc.boolean(),
	fc.constant(null),
	fc.array(number, { maxLength: 3 }),
	fc.dictionary(text, text, { maxKeys: 2 }),
);
/** Mostly what may stand there, so that most boards are drawn; at times anything. */
const mostly = (good: fc.Arbitrary<unknown>) => fc.oneof({ weight: 250, arbitrary: good }, { weight: 1, arbitrary: any });
const size = fc.oneof(fc.constantFrom(0, 1, 1e6), fc.double({ min: 0, max: 3000, noNaN: true }));
const types = [
	"rectangle",
	"ellipse",
	"diamond",
	"line",
	"arrow",
	"freedraw",
	"text",
	"image",
	"frame",
	"embeddable",
	"iframe",
	"magicframe",
	"hologram",
];
const drawable = fc.record(
	{
		id: mostly(fc.constantFrom("a", "b", "c", '"><script>')),
		type: mostly(fc.constantFrom(...types)),
		x: mostly(size),
		y: mostly(size),
		width: mostly(size),
		height: mostly(size),
		angle: mostly(fc.double({ min: -10, max: 10, noNaN: true })),
		strokeColor: mostly(text),
		backgroundColor: mostly(text),
		fillStyle: mostly(fc.constantFrom("solid", "hachure", "cross-hatch", "zigzag", "dots")),
		strokeStyle: mostly(fc.constantFrom("solid", "dashed", "dotted")),
		strokeWidth: mostly(fc.double({ min: 0, max: 100, noNaN: true })),
		roughness: mostly(fc.constantFrom(0, 1, 2, 10)),
		opacity: mostly(fc.constantFrom(0, 50, 100)),
		seed: mostly(fc.nat()),
		roundness: mostly(fc.constantFrom(null, { type: 2 }, { type: 3, value: 5 })),
		text: mostly(text),
		fontFamily: mostly(fc.nat(10)),
		fontSize: mostly(fc.double({ min: 0.1, max: 500, noNaN: true })),
		textAlign: mostly(text),
		containerId: mostly(fc.constantFrom("a", "b", null)),
		frameId: mostly(fc.constantFrom("a", "c", null)),
		link: mostly(text),
		name: mostly(text),
		fileId: mostly(fc.constantFrom("pic", "__proto__", "constructor", "none")),
		points: mostly(fc.array(fc.tuple(size, size), { maxLength: 6 })),
		startArrowhead: mostly(text),
		endArrowhead: mostly(fc.constantFrom("arrow", "dot", "diamond", "crowfoot_one_or_many", null)),
		elbowed: mostly(fc.boolean()),
		crop: mostly(
			fc.constantFrom(
				null,
				{ x: 1, y: 1, width: 5, height: 5, naturalWidth: 10, naturalHeight: 10 },
				{ x: 0, y: 0, width: 0, height: 0, naturalWidth: 0, naturalHeight: 0 },
			),
		),
	},
	{ requiredKeys: ["id", "type"] },
);

describe("whatever a scene holds", () => {
	test("it is refused with a reason, or drawn as XML of ours alone", async () => {
		let drawn = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(drawable, { minLength: 1, maxLength: 5 }), text, async (elements, title) => {
				const parsed = scene.safeParse({ elements, files: { pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" } } });
				if (!parsed.success) {
					for (const { path, message } of parsed.error.issues) expect(path.length > 0 && message.length > 3, message).toBe(true);
					return;
				}
				drawn++;
				const { svg } = await drawScene(parsed.data, {
					title,
					background: "url(javascript:alert(1))",
					backdrop: true,
					hrefOf: ({ dataURL }) => `/api/files/items/1/files/${dataURL}`,
					fontUrl: (file) => `/fonts/${file}`,
				});
				inspect(svg);
			}),
			{ numRuns: 400 },
		);
		expect(drawn).toBeGreaterThan(100);
	});
});
