import { expect, test } from "vitest";
import { scene } from "../scene";
import { faces, facesFor } from "./draw-fonts";
import { drawScene } from "./draw-scene";
import { spanTable, thingsAt } from "./font-spans";

/** A set that counts how often something is taken out of it. */
class Counted extends Set<number> {
	taken = 0;
	override *[Symbol.iterator](): SetIterator<number> {
		for (const each of super.values()) {
			this.taken++;
			yield each;
		}
	}
}

const filesFor = (folder: string, code: number) => facesFor(new Map([[folder, new Set([code])]])).map(({ file }) => file);

test("spans that overlap, touch and repeat are found at each of their numbers", () => {
	const spans = [
		{ first: 3, last: 9, thing: "a" },
		{ first: 10, last: 12, thing: "a" },
		{ first: 5, last: 5, thing: "b" },
		{ first: 9, last: 11, thing: "c" },
		{ first: 4, last: 6, thing: "a" },
	];
	const table = spanTable(spans);
	for (let number = 0; number < 15; number++) {
		const there = new Set(spans.filter(({ first, last }) => first <= number && number <= last).map(({ thing }) => thing));
		expect([...thingsAt(table, number)].sort(), String(number)).toEqual([...there].sort());
	}
});

test("a number is found by halving", () => {
	const table = spanTable(Array.from({ length: 10_000 }, (_, at) => ({ first: at * 3, last: at * 3 + 1, thing: at })));
	let reads = 0;
	const starts = new Proxy(table.starts, {
		get(target, key) {
			if (key !== "length") reads++;
			return Reflect.get(target, key);
		},
	});
	expect(thingsAt({ ...table, starts }, 20_001)).toEqual([6_667]);
	expect(reads).toBeLessThanOrEqual(16);
});

test("each character of a typeface's file needs that file", () => {
	for (const { file, range } of faces) {
		const folder = file.replace(/\/.*/, "").replace("Xiaolai", "Excalifont");
		for (const span of range?.split(",") ?? ["U+0-10FFFF"]) {
			const [first = 0, last = first] = span
				.slice(2)
				.split("-")
				.map((hex) => Number.parseInt(hex, 16));
			expect(filesFor(folder, first)).toContain(file);
			expect(filesFor(folder, last)).toContain(file);
		}
	}
	expect(filesFor("Nunito", 0x4e00)).toEqual([]);
	expect(filesFor("Nunito", 0x416)).toHaveLength(1);
	expect(filesFor("unknown", 0x41)).toEqual([]);
});

test("each character of a board is looked at once, however many files there are", () => {
	const codes = new Counted(Array.from({ length: 3_000 }, (_, at) => 0x10000 + at));
	codes.taken = 0;
	facesFor(new Map([["Excalifont", codes]]));
	expect(codes.taken).toBe(3_000);
});

test("of very many characters only the first ask for files", async () => {
	const many = (count: number) => Array.from({ length: count }, (_, at) => String.fromCodePoint(0x10000 + at)).join("");
	const svgOf = async (text: string) => {
		const parsed = scene.parse({ elements: [{ id: "a", type: "text", x: 0, y: 0, width: 9, height: 9, fontFamily: 6, text }] });
		const drawing = { title: "A board", background: "#fff", backdrop: false, hrefOf: () => null, fontUrl: (file: string) => file };
		return (await drawScene(parsed, drawing)).svg;
	};
	expect(await svgOf(`${many(4_999)}\u0416`)).toContain("@font-face");
	const cut = await svgOf(`${many(5_000)}\u0416`);
	expect(cut).not.toContain("@font-face");
	expect(cut).toContain("\u0416");
});
