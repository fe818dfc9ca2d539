import { describe, expect, test } from "vitest";
import { inspect } from "@/e2e/support/svg";
import { fixture } from "../fixture";
import { whiteboard } from "../kind";
import { scene } from "../scene";
import { drawScene } from "./draw-scene";

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
