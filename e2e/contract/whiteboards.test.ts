import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import type { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import type { Doc } from "./seed-004-examples";

type Element = { id: string; x: number; text?: string; isDeleted: boolean } & Record<string, unknown>;
type Board = Doc & {
	canvas_data: { elements: Element[]; appState: object; files: Record<string, { dataURL: string }> };
	background_color: string;
};
type Failed = { error: string; fields?: Record<string, string>; current?: Board };

const box = (id: string, more: Record<string, unknown> = {}) => ({
	id,
	type: "rectangle",
	x: 0,
	y: 0,
	width: 10,
	height: 10,
	version: 1,
	versionNonce: 5,
	...more,
});
const path = "/api/whiteboards";

describe.each(lanes)("whiteboards on $name", ({ url }) => {
	let owner: Client;
	beforeAll(async () => {
		owner = await byToken(await Account.signUp(url));
	});
	const make = async (body: object = {}) => (await owner.post<Board>(path, { title: "Plans", ...body })).body;
	const made = (...elements: object[]) => make({ canvas_data: { elements } });
	const change = (board: Board, body: object, method = "PATCH") => owner.send<Board & Failed>(method, `${path}/${board.id}`, body);
	const get = async ({ id }: Board) => (await owner.get<Board>(`${path}/${id}`)).body;

	test("one is made of next to nothing", async () => {
		const { status, body } = await owner.post<Board>(path, {});
		expect(status).toBe(201);
		expect(body).toMatchObject({
			title: "Untitled whiteboard",
			category: "",
			version: 1,
			background_color: "#FFFFFF",
			canvas_data: { elements: [], files: {} },
		});
	});

	test("PUT takes a whole scene, and leaves what it is not given", async () => {
		const board = await made(box("a"), box("b"));
		const { status, body } = await change(board, { canvas_data: { elements: [box("c")] } }, "PUT");
		expect([status, body.title, body.canvas_data.elements.map(({ id }) => id)]).toEqual([200, "Plans", ["c"]]);
		const renamed = await change(board, { title: "Trip" }, "PUT");
		expect([renamed.body.title, renamed.body.canvas_data.elements.length]).toEqual(["Trip", 1]);
	});

	test("PATCH puts elements in by their ids, of each the newer", async () => {
		const board = await made(box("a"), box("b", { version: 4, x: 1 }));
		const { status, body } = await change(board, {
			canvas_data: { elements: [box("b", { version: 3, x: 9 }), box("a", { version: 2, x: 7 }), box("new")] },
		});
		expect([status, Object.keys(body).sort()]).toEqual([200, ["created_at", "id", "updated_at", "version"]]);
		const { canvas_data, version } = await get(board);
		expect(version).toBe(2);
		expect(canvas_data.elements.map(({ id, x }) => [id, x])).toEqual([
			["a", 7],
			["b", 1],
			["new", 0],
		]);
	});

	test("a change of one version is made of that one or not at all, and brings along what is there now", async () => {
		const board = await made(box("a"));
		await change(board, { version: 1, title: "First" });
		for (const method of ["PUT", "PATCH"]) {
			const { status, body } = await change(board, { version: 1, title: "Second" }, method);
			expect([status, body.error]).toEqual([409, "It was changed elsewhere since you looked"]);
			expect(body.current).toEqual(await get(board));
		}
		expect((await get(board)).title).toBe("First");
	});

	test("thirty that draw at once lose nothing", async () => {
		const board = await made();
		const one = async (at: number) => {
			for (;;) {
				const { status } = await change(board, { canvas_data: { elements: [box(`n${at}`)] } });
				if (status !== 409) return status;
			}
		};
		const all = await Promise.all(Array.from({ length: 30 }, (_, at) => one(at)));
		expect(new Set(all)).toEqual(new Set([200]));
		expect((await get(board)).canvas_data.elements).toHaveLength(30);
	});

	test("what a scene lies on is the board's, and stands in one place", async () => {
		const board = await make({
			canvas_data: { elements: [], appState: { viewBackgroundColor: "#fff9db", theme: "dark" } },
			background_color: "#000000",
		});
		expect(board).toMatchObject({ background_color: "#fff9db", canvas_data: { appState: {} } });
		expect(JSON.stringify(board)).not.toMatch(/viewBackground|theme/);
		expect((await change(board, { background_color: "#123456" }, "PUT")).body.background_color).toBe("#123456");
		await change(board, { canvas_data: { appState: { viewBackgroundColor: "url(https://evil.example)" } } });
		expect((await get(board)).background_color).toBe("#123456");
	});

	describe("bad input", () => {
		test.each([
			["elements that are none", { canvas_data: { elements: "many" } }, "canvas_data.elements"],
			["an element without a type", { canvas_data: { elements: [{ id: "a" }] } }, "canvas_data.elements.0.type"],
			["a type that is no name", { canvas_data: { elements: [box("a", { type: "<script>" })] } }, "canvas_data.elements.0.type"],
			[
				"a number too large to be one",
				{ canvas_data: { elements: [box("a"), box("b", { width: 1e308 })] } },
				"canvas_data.elements.1.width",
			],
			[
				"a point that is none",
				{
					canvas_data: {
						elements: [
							box("a", {
								points: [
									[0, 0],
									[1, null],
								],
							}),
						],
					},
				},
				"canvas_data.elements.0.points.1",
			],
			[
				"a picture that is a page",
				{ canvas_data: { files: { p: { id: "p", mimeType: "image/png", dataURL: "data:text/html;base64,PHNjcmlwdD4=" } } } },
				"canvas_data.files.p.dataURL",
			],
			[
				"a picture that is a drawing",
				{ canvas_data: { files: { p: { id: "p", mimeType: "image/svg+xml", dataURL: "data:image/svg+xml;base64,PHN2Zz4=" } } } },
				"canvas_data.files.p.mimeType",
			],
			[
				"a picture from elsewhere",
				{ canvas_data: { files: { p: { id: "p", mimeType: "image/png", dataURL: "https://example.com/x.png" } } } },
				"canvas_data.files.p.dataURL",
			],
			["a size that is none", { canvas_width: -5 }, "canvas_width"],
			["a colour that is more", { background_color: "red;background:url(x)" }, "background_color"],
			["a title of nothing", { title: "  " }, "title"],
		])("is refused by all three calls with its place, and changes nothing: %s", async (_, body, field) => {
			const board = await made(box("a"));
			const calls = [owner.post<Failed>(path, { title: "x", ...body }), change(board, body, "PUT"), change(board, body)];
			for (const call of calls) {
				const answer = await call;
				expect(answer.status).toBe(400);
				expect(Object.keys(answer.body.fields ?? {})).toContain(field);
				expect(answer.body.error).toContain(field);
			}
			expect(await get(board)).toEqual(board);
		});

		test("more than a board can hold is refused, in one call or in many", async () => {
			const board = await made(...Array.from({ length: 2_000 }, (_, at) => ({ id: `a${at}`, type: "ellipse" })));
			const more = (from: number) => Array.from({ length: 2_000 }, (_, at) => ({ id: `b${from + at}`, type: "ellipse" }));
			expect((await change(board, { canvas_data: { elements: more(0) } })).status).toBe(200);
			const { status, body } = await change(board, { canvas_data: { elements: more(2_000) } });
			expect([status, body.error]).toEqual([400, "canvas_data.elements: At most 5000 elements on a board"]);
			expect((await get(board)).canvas_data.elements).toHaveLength(4_000);
		});

		test("keys that reach a prototype are nowhere", async () => {
			const sent = `{"title":"x","canvas_data":{"elements":[{"id":"a","type":"rectangle","__proto__":{"evil":1},"customData":{"constructor":{"evil":1},"kept":2}}],"__proto__":{"evil":1}}}`;
			const { status, body } = await owner.ask<Board>("POST", path, { headers: { "content-type": "application/json" }, body: sent });
			expect(status).toBe(201);
			expect(body.canvas_data.elements[0]?.customData).toEqual({ kept: 2 });
			expect(JSON.stringify(body)).not.toContain("evil");
		});

		test("a body that breaks off, is of another type or too large", async () => {
			const headers = { "content-type": "application/json" };
			expect((await owner.ask("POST", path, { headers, body: '{"canvas_data":' })).status).toBe(400);
			expect((await owner.ask("POST", path, { headers: { "content-type": "text/plain" }, body: "{}" })).status).toBe(415);
			expect((await owner.ask("POST", path, { headers, body: `{"title":"${"x".repeat(1_000_001)}"}` })).status).toBe(413);
		});
	});

	test("visitors see what is on the board, and nothing that was erased or is its owner's", async () => {
		const board = await made(
			box("shown", { text: "<b>as typed</b>", type: "text", link: "javascript:alert(1)", customData: { private: true } }),
			box("erased", { type: "text", text: "a secret", isDeleted: true }),
		);
		const { body: link } = await owner.post<{ shareToken: string }>(`${path}/${board.id}/share`);
		const { body, bytes } = await owner.get<Board>(`/api/shared/whiteboard/${link.shareToken}`);
		expect(body.canvas_data.elements.map(({ id, text, link }) => [id, text, link])).toEqual([["shown", "<b>as typed</b>", null]]);
		expect(bytes.toString()).not.toMatch(/a secret|private|javascript:/);
		const page = await owner.get<string>(`/shared/whiteboard/${link.shareToken}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain("&lt;b&gt;as typed&lt;/b&gt;");
		expect(page.body).not.toMatch(/a secret|<b>as typed/);
	});

	test("they are found by what is written on them", async () => {
		const board = await made(box("t", { type: "text", text: "Käsekuchen backen" }));
		const { body } = await owner.get<{ items: { id: string; note: string }[] }>("/api/items?kind=whiteboard&q=kasekuchen");
		expect(body.items.map(({ id, note }) => [id, note])).toEqual([[board.id, "Käsekuchen backen"]]);
	});
});
