import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { isRefused } from "@/lib/refused";
import { fixture } from "../fixture";
import { whiteboard } from "../kind";
import { faces } from "./draw-fonts";
import { exporters } from "./export";
import { fontFile } from "./font-file";
import { type ReadScene, readScene } from "./read-scene";

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const file = (elements: unknown[], more: Record<string, unknown> = {}) => bytesOf({ type: "excalidraw", version: 2, elements, ...more });
const box = (more: Record<string, unknown> = {}) => ({ id: "a", type: "rectangle", x: 0, y: 0, width: 10, height: 10, ...more });
const pixels = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What a file is refused with. */
function refusal(bytes: Uint8Array): string {
	try {
		readScene(bytes);
	} catch (error) {
		if (isRefused(error)) return String(Object(error.fields.fields).file);
		throw error;
	}
	return "";
}

async function write(format: string, content: unknown, pictures: Record<string, Buffer> = {}): Promise<string> {
	const published = whiteboard.publish(whiteboard.content.parse(content));
	const written = await exporters[format]?.({
		title: "A <board>",
		description: "",
		content: published,
		songs: [],
		file: async (role) => pictures[role] ?? null,
	});
	return String(written?.body);
}

describe("a file of Excalidraw's", () => {
	test("becomes a scene, its pictures apart", () => {
		const { scene, pictures, skipped } = readScene(
			file([box(), box({ id: "p", type: "image", fileId: "pic" })], {
				appState: { viewBackgroundColor: "#fafafa", theme: "dark", zoom: { value: 3 } },
				files: {
					pic: { id: "pic", mimeType: "image/png", created: 5, dataURL: `data:image/png;base64,${pixels}` },
					unused: { id: "unused", mimeType: "image/png", dataURL: `data:image/png;base64,${pixels}` },
				},
			}),
		);
		expect(scene.elements.map(({ id }) => id)).toEqual(["a", "p"]);
		expect(scene.appState).toEqual({ viewBackgroundColor: "#fafafa" });
		expect(scene.files).toEqual({ pic: { id: "pic", mimeType: "image/png", created: 5, dataURL: "board-pic" } });
		expect(pictures.map(({ id, type, bytes }) => [id, type, bytes.toString("base64")])).toEqual([["pic", "image/png", pixels]]);
		expect(skipped).toEqual([]);
	});

	test("loses what cannot be kept, and says so", () => {
		const { scene, skipped } = readScene(
			file(
				[
					box(),
					box({ id: "b", x: 1e308 }),
					box({
						id: "c",
						type: "line",
						points: [
							[0, 0],
							[null, 1],
						],
					}),
					7,
					box({ id: "p", type: "image", fileId: "svg" }),
					box({ id: "old", isDeleted: true }),
				],
				{ files: { svg: { id: "svg", mimeType: "image/svg+xml", dataURL: "data:image/svg+xml;base64,PHN2Zy8+" } } },
			),
		);
		expect(scene.elements.map(({ id }) => id)).toEqual(["a", "p"]);
		expect(skipped.map(({ title }) => title)).toEqual(["Element “rectangle”", "Element “line”", "Element “unknown”", "Picture"]);
		for (const { reason } of skipped) expect(reason.length).toBeGreaterThan(8);
	});

	test("reaches no prototype", () => {
		const { scene } = readScene(
			bytesOf(
				'{"type":"excalidraw","__proto__":{"evil":1},"elements":[{"id":"a","type":"rectangle","__proto__":{"evil":1},"customData":{"\\u005f_proto__":{"evil":1}}}]}',
			),
		);
		expect(JSON.stringify(scene)).not.toContain("evil");
		expect(({} as Record<string, unknown>).evil).toBeUndefined();
	});

	test.each([
		["nothing", "", /empty/],
		["blanks", "  \n", /empty/],
		["another kind of text", "x board\n", /not an Excalidraw file/],
		["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), /not an Excalidraw file/],
		["JSON that breaks off", '{"type":"excalidraw","elements":[', /damaged/],
		["JSON of something else", '{"a":1}', /not an Excalidraw scene/],
		["a library", '{"type":"excalidrawlib","elements":[]}', /library/],
		["brackets without end", `{"elements":${"[".repeat(100_000)}`, /too complex/],
		["numbers that are none", '{"elements":[{"id":"a","type":"rectangle","x":NaN}]}', /damaged/],
		["elements of which none can be read", { elements: [{}, 1, null] }, /None of the elements/],
		["more than a board holds", { elements: Array.from({ length: 5_001 }, (_, at) => box({ id: `n${at}` })) }, /At most 5000/],
	])("is refused when it is %s", (_, content, words) => {
		expect(refusal(content instanceof Uint8Array ? content : bytesOf(content))).toMatch(words);
	});

	test("is read or refused, whatever it holds", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					fc.json().map((json) => `{"elements":[${json}]}`),
					fc.string(),
				),
				(text) => {
					let read: ReadScene | null = null;
					try {
						read = readScene(bytesOf(text));
					} catch (error) {
						expect(isRefused(error), String(error)).toBe(true);
					}
					if (read) expect(Array.isArray(read.scene.elements)).toBe(true);
				},
			),
		);
	});
});

describe("a board goes out", () => {
	const content = {
		background_color: "#fff9db",
		canvas_data: {
			elements: [
				box({ type: "text", text: "Hello & <b>", fontFamily: 5, link: "javascript:alert(1)" }),
				box({ id: "p", type: "image", fileId: "pic" }),
				box({ id: "lost", type: "image", fileId: "lost" }),
				box({ id: "gone", type: "text", text: "erased secret", isDeleted: true }),
			],
			files: {
				pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" },
				lost: { id: "lost", mimeType: "image/png", dataURL: "board-lost" },
			},
		},
	};
	const pictures = { "board-pic": Buffer.from(pixels, "base64") };

	test("as Excalidraw reads it, and comes in as it was", async () => {
		const text = await write("excalidraw", content, pictures);
		expect(JSON.parse(text)).toMatchObject({
			type: "excalidraw",
			version: 2,
			appState: { viewBackgroundColor: "#fff9db" },
			files: { pic: { dataURL: `data:image/png;base64,${pixels}` } },
		});
		expect(text).not.toMatch(/erased secret|javascript:/);
		const again = readScene(bytesOf(text));
		expect(again.skipped).toEqual([]);
		expect(again.pictures).toHaveLength(1);
		const { elements } = whiteboard.publish(whiteboard.content.parse(content)).canvas_data;
		expect(whiteboard.publish(whiteboard.content.parse({ canvas_data: again.scene })).canvas_data.elements).toEqual(elements);
	});

	test("as a picture that loads nothing from anywhere", async () => {
		const svg = await write("svg", content, pictures);
		const parser = new SaxesParser();
		const addresses: string[] = [];
		let texts = "";
		parser.on("error", (error) => {
			throw error;
		});
		parser.on("opentag", ({ attributes }) => {
			if (attributes.href) addresses.push(String(attributes.href));
		});
		parser.on("text", (text) => {
			texts += text;
		});
		parser.write(svg).close();
		expect(addresses).toEqual([`data:image/png;base64,${pixels}`]);
		expect(texts).toContain("Hello & <b>");
		expect(texts).not.toContain("erased secret");
		const urls = [...texts.matchAll(/url\(([^)]{0,30})/g)].map((match) => match[1]);
		expect(urls).toHaveLength(1);
		for (const url of urls) expect(url).toMatch(/^data:font\/woff2;base64,d09GM/);
		expect(svg).toContain('fill="#fff9db"');
	});

	test("when there is nothing on it", async () => {
		expect(readScene(bytesOf(await write("excalidraw", {}))).scene.elements).toEqual([]);
		expect(await write("svg", {})).toMatch(/<svg .*viewBox="0 0 640 400"/);
	});

	test("of our example", async () => {
		expect(readScene(bytesOf(await write("excalidraw", fixture.content))).scene.elements.length).toBe(
			fixture.content.canvas_data.elements.length,
		);
	});
});

describe("typefaces", () => {
	const folder = "node_modules/@excalidraw/excalidraw/dist";

	test("are those of the package, each file with the characters that it is for", () => {
		const code = readFileSync(`${folder}/dev/chunk-4FTI6OG3.js`, "utf8");
		const variables = new Map([...code.matchAll(/var (\w+_default) = "\.\/fonts\/([^"]+)"/g)].map(([, name, path]) => [name, path]));
		const ranges = new Map(
			[...code.matchAll(/uri: (\w+_default),\s*descriptors: \{\s*unicodeRange: "([^"]+)"/g)].map(([, name, range]) => [
				variables.get(name),
				range?.toUpperCase(),
			]),
		);
		expect(ranges.size).toBeGreaterThan(200);
		for (const [path, range] of ranges) {
			const ours = faces.find(({ file }) => file === path);
			expect(ours?.range?.toUpperCase(), path).toBe(range?.replaceAll(" ", ""));
		}
	});

	test("are all there", async () => {
		const named = new Set(faces.map(({ file }) => file));
		// Assistant is for Excalidraw's own buttons.
		const there = (await readdir(`${folder}/prod/fonts`, { recursive: true })).filter(
			(name) => name.endsWith(".woff2") && !name.startsWith("Assistant"),
		);
		expect(new Set(there)).toEqual(named);
		expect((await fontFile("Virgil/Virgil-Regular.woff2"))?.subarray(0, 4).toString()).toBe("wOF2");
	});

	test.each([
		"../../package.json",
		"Virgil/../../index.css",
		"Virgil/none.woff2",
		"Virgil",
		"/etc/passwd",
		"Virgil/Virgil-Regular.woff2/x",
	])("are nothing else: %s", async (name) => {
		expect(await fontFile(name)).toBeNull();
	});
});
