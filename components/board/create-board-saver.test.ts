import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFileData } from "@excalidraw/excalidraw/types";
import { describe, expect, test } from "vitest";
import { box, type Drawn, editor, failure, moved, serverWith, startOf } from "@/e2e/support/boards";
import { clashesOf, portions, statesOf } from "./board-changes";

const copyOf = (element: ExcalidrawElement) => ({ ...element, id: `${element.id}-copy` });

describe("a board saves itself", () => {
	test("with what changed and nothing else", async () => {
		const start = startOf(box("a"), box("b"));
		const server = serverWith(start);
		const { saver, draw, find, write } = editor(start, server);
		expect(await saver.save()).toBeNull();
		expect(server.calls).toHaveLength(0);
		draw(moved(find("a") as Drawn, 5));
		write({ title: "Trip" });
		expect(saver.isClean()).toBe(false);
		expect(await saver.save()).toBeNull();
		expect(server.calls).toMatchObject([{ version: 1, title: "Trip", canvas_data: { elements: [{ id: "a", x: 5 }] } }]);
		expect(saver.isClean()).toBe(true);
	});

	test("in calls of which none is too large, each for the version that the one before made", async () => {
		const start = startOf();
		const server = serverWith(start);
		const { saver, draw } = editor(start, server);
		draw(...Array.from({ length: 40 }, (_, at) => box(`n${at}`, { text: "x".repeat(60_000) })));
		expect(await saver.save()).toBeNull();
		expect(server.calls.map(({ version }) => version)).toEqual([1, 2, 3]);
		for (const call of server.calls) expect(JSON.stringify(call).length).toBeLessThan(1_000_000);
		expect(server.now().canvas_data.elements).toHaveLength(40);
	});

	test("without what no server would take", async () => {
		const start = startOf();
		const server = serverWith(start);
		const { saver, draw } = editor(start, server);
		draw(
			box("far", { x: 1e12 }),
			box("line", {
				type: "line",
				points: [
					[0, 0],
					[Number.NaN, 1],
				],
			}),
			box("near"),
		);
		expect(await saver.save()).toBeNull();
		expect(server.now().canvas_data.elements.map(({ id }) => id)).toEqual(["near"]);
		expect(saver.isClean()).toBe(true);
	});

	test("again, when it could not", async () => {
		const start = startOf(box("a"));
		const server = serverWith(start);
		const { saver, draw, find } = editor(start, { ...server, patch: async () => failure(0) });
		draw(moved(find("a") as Drawn, 5));
		expect(await saver.save()).toMatchObject({ status: 0 });
		expect(saver.isClean()).toBe(false);
	});
});

describe("two that draw at once", () => {
	function both(...elements: Drawn[]) {
		const start = startOf(...elements);
		const server = serverWith(start);
		return { server, one: editor(start, server), other: editor(start, server) };
	}

	test("keep all that both drew", async () => {
		const { server, one, other } = both(box("a"));
		one.draw(box("mine"));
		other.draw(box("theirs"), moved(other.find("a") as Drawn, 9));
		expect(await other.saver.save()).toBeNull();
		expect(await one.saver.save()).toBeNull();
		expect(
			server
				.now()
				.canvas_data.elements.map(({ id }) => id)
				.sort(),
		).toEqual(["a", "mine", "theirs"]);
		expect(one.find("a")?.x).toBe(9);
		expect(one.saver.conflict).toBeNull();
	});

	test("adopt words that one alone changed", async () => {
		const { server, one, other } = both();
		other.write({ title: "Theirs" });
		await other.saver.save();
		one.write({ category: "Mine" });
		expect(await one.saver.save()).toBeNull();
		expect([one.words().title, server.now().category, server.now().title]).toEqual(["Theirs", "Mine", "Theirs"]);
	});

	async function clash() {
		const scene = both(box("a"));
		const { one, other } = scene;
		one.draw(moved(one.find("a") as Drawn, 1));
		one.write({ title: "Mine" });
		other.draw(moved(other.find("a") as Drawn, 2), box("theirs"));
		other.write({ title: "Theirs" });
		await other.saver.save();
		expect(await one.saver.save()).toBe("conflict");
		expect(one.saver.conflict?.clashes.map(({ mine, theirs }) => [(mine as Drawn).x, (theirs as Drawn).x])).toEqual([[1, 2]]);
		expect(one.saver.conflict?.words).toEqual(["title"]);
		// What is no question is there already.
		expect(one.find("theirs")).toBeDefined();
		const calls = scene.server.calls.length;
		one.draw(box("later"));
		expect(await one.saver.save()).toBe("conflict");
		expect(scene.server.calls).toHaveLength(calls);
		return scene;
	}

	test("are asked about what both changed, and one keeps theirs", async () => {
		const { server, one } = await clash();
		one.saver.settle("mine", copyOf);
		expect(await one.saver.save()).toBeNull();
		const { title, canvas_data } = server.now();
		expect([title, canvas_data.elements.find(({ id }) => id === "a")?.x]).toEqual(["Mine", 1]);
		expect(canvas_data.elements.map(({ id }) => id).sort()).toEqual(["a", "later", "theirs"]);
	});

	test("or takes the other's", async () => {
		const { server, one } = await clash();
		one.saver.settle("theirs", copyOf);
		expect(await one.saver.save()).toBeNull();
		expect([server.now().title, one.words().title, one.find("a")?.x]).toEqual(["Theirs", "Theirs", 2]);
		expect(server.now().canvas_data.elements.find(({ id }) => id === "a")?.x).toBe(2);
	});

	test("or keeps both", async () => {
		const { server, one } = await clash();
		one.saver.settle("both", copyOf);
		expect(await one.saver.save()).toBeNull();
		const places = server
			.now()
			.canvas_data.elements.filter(({ id }) => id.startsWith("a"))
			.map(({ x }) => x);
		expect(places.sort()).toEqual([1, 2]);
	});

	test("where one erased what the other changed, keeping both keeps it", async () => {
		const { server, one, other } = both(box("a"));
		one.draw({ ...moved(one.find("a") as Drawn, 0), isDeleted: true } as Drawn);
		other.draw(moved(moved(other.find("a") as Drawn, 5), 6));
		await other.saver.save();
		expect(await one.saver.save()).toBe("conflict");
		one.saver.settle("both", copyOf);
		expect(await one.saver.save()).toBeNull();
		expect(server.now().canvas_data.elements).toMatchObject([{ id: "a", x: 6, isDeleted: false }]);
	});

	test("are not asked about what came out the same", () => {
		const a = box("a");
		const known = statesOf([a]);
		expect(clashesOf(known, [moved(a, 3)], [{ ...moved(a, 3), index: "a9" } as unknown as Drawn])).toEqual([]);
		expect(clashesOf(known, [moved(a, 3)], [moved(a, 4)])).toHaveLength(1);
		expect(clashesOf(known, [moved(a, 3)], [a])).toEqual([]);
	});
});

describe("a picture", () => {
	const picture = { id: "pic", mimeType: "image/png", dataURL: "data:image/png;base64,AAAA", created: 1 } as unknown as BinaryFileData;

	test("is stored before the element that shows it, once", async () => {
		const start = startOf();
		const server = serverWith(start);
		const { saver, draw, files, uploads, find } = editor(start, server);
		files.pic = picture;
		expect(await saver.save()).toBeNull();
		expect(uploads).toEqual([]);
		draw(box("i", { type: "image", fileId: "pic" }));
		expect(await saver.save()).toBeNull();
		draw(moved(find("i") as Drawn, 4));
		expect(await saver.save()).toBeNull();
		expect(uploads).toEqual(["pic"]);
	});

	test("that is refused is told of, and holds up nothing", async () => {
		const start = startOf();
		const server = serverWith(start);
		const { saver, draw, files, told, failUploads } = editor(start, server);
		failUploads({ ...failure(400), fields: { file: "The picture is damaged" } });
		files.pic = picture;
		draw(box("i", { type: "image", fileId: "pic" }), box("b"));
		expect(await saver.save()).toBeNull();
		expect(told).toEqual(["The picture is damaged"]);
		expect(server.now().canvas_data.elements).toHaveLength(2);
	});

	test("that does not get through is tried again with the rest", async () => {
		const start = startOf();
		const server = serverWith(start);
		const { saver, draw, files, failUploads } = editor(start, server);
		failUploads(failure(0));
		files.pic = picture;
		draw(box("i", { type: "image", fileId: "pic" }));
		expect(await saver.save()).toMatchObject({ status: 0 });
		expect(server.calls).toHaveLength(0);
	});
});

test("one element that is larger than a call stands alone", () => {
	const parts = portions([box("a"), box("big", { text: "x".repeat(2_000) }), box("b"), box("c")], 1_000);
	expect(parts.map((part) => part.map(({ id }) => id))).toEqual([["a"], ["big"], ["b", "c"]]);
});
