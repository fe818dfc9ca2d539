import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whiteboard } from "./kind";
import { mergeScene, type Scene, scene } from "./scene";

const box = (more: Record<string, unknown> = {}) => ({ id: "a", type: "rectangle", x: 0, y: 0, width: 10, height: 10, ...more });
const parse = (...elements: unknown[]): Scene => scene.parse({ elements });
/** What is wrong with a scene, as `path: message`. */
function wrong(input: unknown): string[] {
	const result = scene.safeParse(input);
	return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
const png = `data:image/png;base64,iVBORw0KGgo${"A".repeat(20)}`;

describe("a scene", () => {
	test("may be nothing at all", () => {
		expect(scene.parse({})).toEqual({ elements: [], appState: {}, files: {} });
		expect(whiteboard.content.parse({})).toMatchObject({ background_color: "#FFFFFF", canvas_data: { elements: [] } });
	});

	test("gets what Excalidraw would put in the place of what is missing", () => {
		const [element] = parse({ id: "a", type: "rectangle", angle: null }).elements;
		expect(element).toMatchObject({
			strokeColor: "#1e1e1e",
			backgroundColor: "transparent",
			opacity: 100,
			angle: 0,
			isDeleted: false,
			version: 1,
		});
	});

	test("keeps fields that we do not know, and none that reach a prototype", () => {
		const raw = JSON.parse(
			'{"id":"a","type":"rectangle","future":7,"customData":{"a":[1,{"b":"c"}],"__proto__":{"evil":1}},"__proto__":{"evil":1},"constructor":{"x":1}}',
		);
		const [element] = scene.parse({ elements: [raw] }).elements as Record<string, unknown>[];
		expect(element).toMatchObject({ future: 7, customData: { a: [1, { b: "c" }] } });
		expect(Object.keys(element ?? {})).not.toContain("constructor");
		expect(JSON.stringify(element)).not.toContain("evil");
		expect(({} as Record<string, unknown>).evil).toBeUndefined();
	});

	test.each([
		["a number that is none", { x: Number.NaN }],
		["one without end", { x: Number.POSITIVE_INFINITY }],
		["one far too large", { width: 1e308 }],
		["a text where a number belongs", { y: "12" }],
		["a pen without bounds", { strokeWidth: 1e9 }],
		[
			"a point that is none",
			{
				type: "line",
				points: [
					[0, 0],
					[1, null],
				],
			},
		],
		[
			"a point far out",
			{
				type: "line",
				points: [
					[0, 0],
					[1e9, 0],
				],
			},
		],
		["too much text", { type: "text", text: "x".repeat(20_001) }],
		["a type that is no name", { type: "<script>" }],
		["no id", { id: "" }],
	])("is refused with %s, and told where", (_, more) => {
		const issues = wrong({ elements: [box(), box({ id: "b", ...more })] });
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatch(/^elements\.1\.\w+(?:\.\d+)?: .{5,}/);
	});

	test("is refused when it is larger than a board can be", () => {
		const many = Array.from({ length: 5_001 }, (_, at) => box({ id: `n${at}` }));
		expect(wrong({ elements: many })).toEqual(["elements: At most 5000 elements on a board"]);
		const stroke = Array.from({ length: 20_000 }, (_, at) => [at, 0]);
		const strokes = Array.from({ length: 11 }, (_, at) => box({ id: `n${at}`, type: "freedraw", points: stroke }));
		expect(wrong({ elements: strokes })).toEqual(["elements: At most 200000 points in all lines of a board"]);
	});

	test("gives each element an id of its own, and an order that says itself", () => {
		const { elements } = parse(box(), box({ x: 5 }), box({ id: "b" }));
		expect(elements.map(({ id }) => id)).toEqual(["a", "a-2", "b"]);
		const keys = elements.map(({ index }) => index ?? "");
		expect(keys).toEqual([...keys].sort());
		expect(new Set(keys).size).toBe(3);
	});

	test("keeps an order that says itself already", () => {
		const keys = ["a0", "a1", "a1V"];
		expect(parse(...keys.map((index, at) => box({ id: `${at}`, index }))).elements.map(({ index }) => index)).toEqual(keys);
	});

	test("forgets the oldest of what was erased", () => {
		const erased = Array.from({ length: 1_200 }, (_, at) => box({ id: `n${at}`, isDeleted: true, updated: at }));
		const { elements } = parse(...erased, box());
		expect(elements).toHaveLength(1_001);
		expect(elements.some(({ id }) => id === "n199")).toBe(false);
		expect(elements.some(({ id }) => id === "n200")).toBe(true);
	});

	test("has nothing in its texts that no database keeps", () => {
		expect(parse(box({ type: "text", text: "a\u0000b\ud800" })).elements[0]?.text).toBe("ab\ufffd");
	});
});

describe("a picture of a scene", () => {
	const withFile = (file: Record<string, unknown>, id = "pic") => ({
		elements: [],
		files: { [id]: { id, mimeType: "image/png", dataURL: png, ...file } },
	});

	test("is its bytes, or a file of this board", () => {
		expect(scene.parse(withFile({})).files.pic?.dataURL).toBe(png);
		for (const path of ["/api/files/items/7/files/board-pic", "/api/files/share/0a-b/items/7/files/board-pic", "board-pic"]) {
			expect(scene.parse(withFile({ dataURL: path })).files.pic?.dataURL).toBe("board-pic");
		}
	});

	test.each([
		["a drawing that could run", { mimeType: "image/svg+xml", dataURL: "data:image/svg+xml;base64,PHN2Zy8+" }],
		["a page", { dataURL: "data:text/html;base64,PHNjcmlwdD4=" }],
		["something else under a picture's name", { dataURL: "data:image/png;base64,PHNjcmlwdD4=" }],
		["an address elsewhere", { dataURL: "https://example.com/a.png" }],
		["a script", { dataURL: "javascript:alert(1)" }],
		["another board's file", { dataURL: "/api/files/items/7/files/board-other" }],
		["a file that is no board's", { dataURL: "/api/files/items/7/files/media-3" }],
	])("is not %s", (_, file) => {
		expect(wrong(withFile(file)).join()).toMatch(/^files\.?/);
	});

	test("has an id that can be a file's name", () => {
		expect(wrong(withFile({}, "../x")).length).toBeGreaterThan(0);
	});
});

describe("what visitors get", () => {
	const board = whiteboard.content.parse({
		canvas_data: {
			elements: [
				box({ secretNote: "mine", customData: { who: "me" }, link: "javascript:alert(1)" }),
				box({ id: "web", link: "https://example.com/a" }),
				box({ id: "gone", type: "image", fileId: "old", isDeleted: true }),
				box({ id: "pic", type: "image", fileId: "new" }),
			],
			files: {
				old: { id: "old", mimeType: "image/png", dataURL: "board-old" },
				new: { id: "new", mimeType: "image/png", dataURL: "board-new" },
			},
		},
	});
	const published = whiteboard.publish(board);

	test("is nothing that was erased, no field without a name here, and no link but to the web", () => {
		const { elements, files } = published.canvas_data;
		expect(elements.map(({ id }) => id)).toEqual(["a", "web", "pic"]);
		expect(elements.map(({ link }) => link)).toEqual([null, "https://example.com/a", null]);
		expect(JSON.stringify(elements)).not.toMatch(/secretNote|customData/);
		expect(Object.keys(files)).toEqual(["new"]);
	});

	test("is the files of pictures that are to be seen, and no other", () => {
		expect(["board-new", "board-old", "cover", "media-1"].map((role) => whiteboard.shows(role, published, "whole"))).toEqual([
			true,
			false,
			false,
			false,
		]);
	});

	test("can be stored as a content again, as snapshots are", () => {
		const again = whiteboard.publish(whiteboard.content.parse(published));
		expect(again).toEqual(published);
	});
});

describe("two scenes of one board", () => {
	const current = parse(box({ version: 3, x: 1 }), box({ id: "b", version: 2 }));
	const merged = (change: Record<string, unknown>) => mergeScene(current, { elements: parse(change).elements });

	test("become one with the elements of both, in their order", () => {
		const between = { id: "c", type: "ellipse", index: `${current.elements[0]?.index}V` };
		expect(merged(between).elements.map(({ id }) => id)).toEqual(["a", "c", "b"]);
	});

	test("of one element have the one that was changed more often", () => {
		expect(merged(box({ version: 4, x: 9 })).elements.find(({ id }) => id === "a")?.x).toBe(9);
		expect(merged(box({ version: 2, x: 9 })).elements.find(({ id }) => id === "a")?.x).toBe(1);
	});

	test("come out the same, whichever of them was first", () => {
		const element = (id: string) =>
			fc.record({
				id: fc.constant(id),
				type: fc.constant("rectangle"),
				version: fc.integer({ min: 1, max: 3 }),
				versionNonce: fc.nat(3),
				x: fc.nat(9),
			});
		const side = fc.tuple(element("a"), element("b"));
		fc.assert(
			fc.property(side, side, (one, other) => {
				// Two that have the same version and nonce are the same: Excalidraw draws a nonce for every change.
				fc.pre(one.every((each, at) => each.version !== other[at]?.version || each.versionNonce !== other[at]?.versionNonce));
				const [a, b] = [parse(...one), parse(...other)];
				const picked = (all: Scene) => all.elements.map(({ id, x, version, versionNonce }) => ({ id, x, version, versionNonce }));
				expect(picked(mergeScene(a, b))).toEqual(picked(mergeScene(b, a)));
			}),
		);
	});
});
