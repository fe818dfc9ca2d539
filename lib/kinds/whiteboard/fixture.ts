/** Measures of a box or a line, from its left upper corner. */
type Area = [x: number, y: number, width: number, height: number];
type Parts = Record<string, unknown>;

let count = 0;
/** An element with the fields that are not usual; ids and seeds are the same every time. */
function part(type: string, [x, y, width, height]: Area, more: Parts): Parts {
	count++;
	return { id: `cabin-${count}`, type, x, y, width, height, seed: 1000 + count * 7919, version: 1, versionNonce: count, ...more };
}

const lineHeight = 1.25;
function words(text: string, x: number, y: number, size: number, more: Parts = {}): Parts {
	const lines = text.split("\n");
	const width = Math.max(...lines.map((line) => line.length)) * size * 0.5;
	return part("text", [x, y, width, lines.length * size * lineHeight], {
		text,
		originalText: text,
		fontSize: size,
		fontFamily: 5,
		textAlign: "left",
		verticalAlign: "top",
		lineHeight,
		...more,
	});
}

/** A box with a label in its middle. */
function box(type: string, area: Area, text: string, more: Parts, size = 20): Parts[] {
	const [x, y, width, height] = area;
	const shape = part(type, area, { roundness: type === "ellipse" ? { type: 2 } : { type: 3 }, ...more });
	const lines = text.split("\n").length;
	const [labelWidth, labelHeight] = [width - 10, lines * size * lineHeight];
	const label = words(text, x + 5, y + (height - labelHeight) / 2, size, {
		width: labelWidth,
		textAlign: "center",
		verticalAlign: "middle",
		containerId: shape.id,
	});
	return [{ ...shape, boundElements: [{ id: label.id, type: "text" }] }, label];
}

const arrow = (x: number, y: number, points: [number, number][], more: Parts = {}) => {
	const last = points.at(-1) ?? [0, 0];
	return part("arrow", [x, y, Math.abs(last[0]), Math.abs(last[1])], { points, roundness: { type: 2 }, endArrowhead: "arrow", ...more });
};

const [amber, green, blue, rose, violet] = ["#ffec99", "#b2f2bb", "#a5d8ff", "#ffc9c9", "#d0bfff"];
const ink = { green: "#2f9e44", blue: "#1971c2", rose: "#e03131", grey: "#868e96" };

const elements = [
	words("Weekend at the cabin", 60, 20, 44),
	part("line", [64, 82, 410, 6], {
		points: [
			[0, 0],
			[140, 6],
			[290, -2],
			[410, 3],
		],
		roundness: { type: 2 },
		strokeColor: ink.rose,
		strokeWidth: 4,
	}),
	...box("rectangle", [60, 140, 190, 90], "Friday\npack the car", { backgroundColor: amber, fillStyle: "hachure" }),
	...box("rectangle", [340, 140, 190, 90], "Saturday\nlake and hike", { backgroundColor: green, fillStyle: "hachure" }),
	...box("rectangle", [620, 140, 190, 90], "Sunday\nslow breakfast", { backgroundColor: blue, fillStyle: "hachure" }),
	arrow(258, 185, [
		[0, 0],
		[38, -8],
		[74, 0],
	]),
	arrow(538, 185, [
		[0, 0],
		[38, -8],
		[74, 0],
	]),
	...box("diamond", [350, 290, 170, 150], "Rain?", { backgroundColor: violet }, 28),
	arrow(435, 238, [
		[0, 0],
		[0, 44],
	]),
	...box("ellipse", [620, 320, 190, 92], "board games", { backgroundColor: rose, fillStyle: "cross-hatch" }),
	arrow(
		526,
		366,
		[
			[0, 0],
			[86, 0],
		],
		{ strokeColor: ink.blue },
	),
	words("yes", 550, 336, 20, { strokeColor: ink.blue }),
	...box("ellipse", [340, 520, 190, 92], "swim!", { backgroundColor: blue, fillStyle: "solid" }, 28),
	arrow(
		435,
		446,
		[
			[0, 0],
			[-6, 34],
			[0, 66],
		],
		{ strokeColor: ink.green },
	),
	words("no", 452, 462, 20, { strokeColor: ink.green }),
	words("Who brings what", 60, 300, 28),
	words("Ada: tent, lantern\nBo: bread and cheese\nCleo: the good coffee\nDev: card games", 60, 348, 20, { strokeColor: "#343a40" }),
	part("rectangle", [44, 284, 262, 180], { strokeStyle: "dashed", strokeColor: ink.grey, roundness: { type: 3 } }),
	part("freedraw", [620, 510, 210, 80], {
		points: Array.from({ length: 43 }, (_, at): [number, number] => [at * 5, 40 + Math.sin(at / 3.2) * 26 + Math.sin(at / 1.3) * 4]),
		pressures: [],
		simulatePressure: true,
		strokeColor: ink.blue,
	}),
	words("the lake is still cold in May", 610, 590, 20, { strokeColor: ink.grey }),
];

/** A plan on a whiteboard, with some of everything that can be drawn. */
export const fixture = {
	title: "Weekend at the cabin",
	description: "",
	content: {
		category: "Plans",
		canvas_data: { elements, appState: { viewBackgroundColor: "#ffffff" } },
		background_color: "#FFFFFF",
		color_value: "#3A61C4",
	},
};
