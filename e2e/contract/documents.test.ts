import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken, nobodys, waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { type Doc, documentKinds, documentScene, drawn, sharedScene } from "./seed-004-examples";
import { date, id } from "./shapes";

// The owner's calls of family 004: what its document leaves to "lists", "notes" and "whiteboards".

const hostile = '<script>alert(1)</script> & "quotes" \u202eevil\u202c שלום 💿 a < b \\ %00 ../../x';
/** A field of each kind's content, how it may not be, and how a refusal names it. */
const fields = {
	list: {
		blank: { items: [], category: "", color_value: "#008053" },
		good: { items: [{ id: "a", text: hostile, completed: true }] },
		bad: [
			[{ items: [{ id: "1", text: "", completed: false }] }, "items.0.text"],
			[{ items: [{ id: "1", text: "x".repeat(1_001), completed: false }] }, "items.0.text"],
			[{ items: [{ id: "1", text: "a\u0000b" }] }, "items.0.text"],
			[{ items: [{ id: "1", text: "a\ud800" }] }, "items.0.text"],
			[{ items: [{ id: "1", text: "a", completed: "yes" }] }, "items.0.completed"],
			[{ items: [{ id: { $gt: "" }, text: "a" }] }, "items.0.id"],
			[
				{
					items: [
						{ id: "1", text: "a" },
						{ id: "1", text: "b" },
					],
				},
				"items",
			],
			[{ items: "milk" }, "items"],
			[{ items: Array.from({ length: 5_001 }, (_, at) => ({ id: at, text: "x" })) }, "items"],
		],
	},
	note: {
		blank: { content: "", category: "", color_value: "#897311" },
		good: { content: ` ${hostile}\r\n\n\t[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n` },
		bad: [
			[{ content: 7 }, "content"],
			[{ content: null }, "content"],
			[{ content: "a\u0000" }, "content"],
			[{ content: "x".repeat(200_001) }, "content"],
		],
	},
	whiteboard: {
		blank: {
			canvas_data: { elements: [], appState: {}, files: {} },
			canvas_width: 1600,
			canvas_height: 1000,
			background_color: "#FFFFFF",
			category: "",
			color_value: "#3A61C4",
		},
		good: {
			canvas_data: {
				elements: [{ ...drawn, type: "text", fontSize: 16, fontFamily: 2, lineHeight: 1.15, text: ` ${hostile}\r\n\n\t` }],
				appState: {},
				files: {},
			},
		},
		bad: [
			[{ canvas_data: "x" }, "canvas_data"],
			[{ canvas_data: null }, "canvas_data"],
			[{ canvas_data: { elements: [{ ...drawn, x: 1e308 }] } }, "canvas_data.elements.0.x"],
			[{ canvas_data: { elements: [{ ...drawn, text: "x".repeat(20_001) }] } }, "canvas_data.elements.0.text"],
			[{ canvas_data: { elements: Array.from({ length: 5_001 }, (_, at) => ({ id: String(at), type: "line" })) } }, "canvas_data.elements"],
			[{ canvas_width: 0.5 }, "canvas_width"],
			[{ background_color: "url(x)" }, "background_color"],
		],
	},
} as const;
const badAlike = [
	[{ title: "" }, "title"],
	[{ title: "   " }, "title"],
	[{ title: "x".repeat(201) }, "title"],
	[{ title: "a\nb" }, "title"],
	[{ title: ["a"] }, "title"],
	[{ category: "x".repeat(61) }, "category"],
	[{ color_value: "red" }, "color_value"],
	[{ color_value: "#fff" }, "color_value"],
	[{ color_value: "#123456;background:url(x)" }, "color_value"],
] as const;

describe.each(lanes)("on $name", (lane) => {
	const { url } = lane;
	const nobody = new Client(url);

	describe.each(documentKinds)("the owner of a $kind", (kind) => {
		const { blank, good, bad } = fields[kind.kind];
		let account: Account;
		let owner: Client;
		beforeAll(async () => {
			account = await Account.signUp(url);
			owner = await byToken(account);
		});
		const make = async (body: object = {}) => (await owner.post<Doc>(kind.path, body)).body;

		describe.each(waysIn)("with $way", ({ signIn }) => {
			test("makes one, finds it, changes it and deletes it", async () => {
				const client = await signIn(account);
				const made = await client.post<Doc>(kind.path, { title: "First", ...good, category: " Work ", color_value: "#AbCdEf" });
				const expected = {
					id,
					title: "First",
					...blank,
					...good,
					category: "Work",
					color_value: "#AbCdEf",
					created_at: date,
					updated_at: date,
				};
				expect([made.status, made.body]).toEqual([201, { ...expected, version: 1 }]);
				const path = `${kind.path}/${made.body.id}`;
				const got = await client.get(path);
				expect([got.status, got.body]).toEqual([200, made.body]);
				const put = await client.send<Doc>("PUT", path, { title: "Second" });
				expect([put.status, put.body]).toEqual([200, { ...expected, title: "Second", version: 2 }]);
				const deleted = await client.delete(path);
				expect([deleted.status, deleted.bytes.length]).toEqual([204, 0]);
				const gone = await client.get(path);
				expect([gone.status, gone.body]).toEqual([404, { error: kind.absent }]);
			});
		});

		test("makes one out of nothing", async () => {
			const { status, body } = await owner.post(kind.path, {});
			expect(status).toBe(201);
			expect(body).toEqual({ id, title: `Untitled ${kind.kind}`, ...blank, created_at: date, updated_at: date, version: 1 });
		});

		test("gets all of this kind, newest first, in one array", async () => {
			const [first, second] = [await make({ title: "One" }), await make({ title: "Two" })];
			const { status, body } = await owner.get<Doc[]>(kind.path);
			expect(status).toBe(200);
			expect(body.slice(0, 2)).toEqual([second, first]);
			const stranger = await byToken(await Account.signUp(url));
			expect((await stranger.get(kind.path)).body).toEqual([]);
		});

		test("keeps text as it was typed, for visitors too", async () => {
			const { owner: other, path, publicPath } = await sharedScene(lane, kind);
			expect((await other.send("PUT", path, { title: hostile, ...good })).body).toMatchObject({ title: hostile, ...good });
			expect((await nobody.get(publicPath)).body).toMatchObject({ title: hostile, ...good });
		});

		test("changes what is given and leaves the rest", async () => {
			const made = await make({ title: "T", ...good, category: "Home" });
			const { body } = await owner.send<Doc>("PUT", `${kind.path}/${made.id}`, {
				color_value: "#000000",
				unknown: 1,
				ownerId: "x",
				id: "1",
			});
			expect(body).toEqual({ ...made, color_value: "#000000", version: 2, updated_at: body.updated_at });
		});

		test("with a version changes that one alone, and hears what became of it", async () => {
			const made = await make({ title: "T" });
			const path = `${kind.path}/${made.id}`;
			const first = await owner.send<Doc>("PUT", path, { title: "Mine", version: 1 });
			expect([first.status, first.body.version]).toEqual([200, 2]);
			const late = await owner.send("PUT", path, { title: "Theirs", version: 1 });
			expect([late.status, late.body]).toEqual([409, { error: "It was changed elsewhere since you looked", current: first.body }]);
			expect((await owner.get(path)).body).toEqual(first.body);
			for (const version of ["1", 0, -1, 1.5, null])
				expect((await owner.send("PUT", path, { title: "Odd", version })).status, String(version)).toBe(400);
		});

		test("twenty changes of one version: one is made", async () => {
			const made = await make();
			const path = `${kind.path}/${made.id}`;
			const all = await Promise.all(Array.from({ length: 20 }, (_, at) => owner.send<Doc>("PUT", path, { title: `T${at}`, version: 1 })));
			expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
			const winner = all.find(({ status }) => status === 200)?.body;
			expect((await owner.get(path)).body).toEqual(winner);
		});

		test("is told which field is not right, and nothing is kept", async () => {
			const made = await make({ title: "Kept", ...good });
			const before = (await owner.get<Doc[]>(kind.path)).body.length;
			for (const [body, field] of [...badAlike, ...bad]) {
				const shown = JSON.stringify(body).slice(0, 80);
				for (const call of [owner.post(kind.path, { title: "New", ...body }), owner.send("PUT", `${kind.path}/${made.id}`, body)]) {
					const { status, body: answer } = await call;
					expect([status, answer], shown).toEqual([
						400,
						{ error: expect.stringContaining(`${field}: `), fields: expect.objectContaining({ [field]: expect.any(String) }) },
					]);
				}
			}
			expect((await owner.get(`${kind.path}/${made.id}`)).body).toEqual(made);
			expect((await owner.get<Doc[]>(kind.path)).body).toHaveLength(before);
		});

		test("has broken, foreign and oversized bodies refused in the family's words", async () => {
			const json = { "content-type": "application/json" };
			const send = (body: string, headers: Record<string, string> = json) => owner.ask("POST", kind.path, { body, headers });
			const refused = [
				[await send("{"), 400, "The body is not valid JSON"],
				[await send("[]"), 400, expect.any(String)],
				[await send("{}", { "content-type": "text/plain" }), 415, "The body has an unsupported type"],
				[await send("{}".padEnd(1_000_001, " ")), 413, "The body is too large"],
			] as const;
			for (const [{ status, body }, expected, error] of refused) expect([status, Object(body).error]).toEqual([expected, error]);
		});

		test("405 for other verbs, and it says which there are", async () => {
			const made = await make();
			for (const [method, path] of [
				["PATCH", kind.path],
				["DELETE", kind.path],
				["POST", `${kind.path}/${made.id}`],
				["GET", `${kind.path}/${made.id}/share`],
				["POST", `${kind.path}/${made.id}/export`],
			] as const) {
				const { status, body, headers } = await owner.ask(method, path);
				expect([status, body], path).toEqual([405, { error: "Method not allowed" }]);
				expect(headers.allow, path).toEqual(expect.any(String));
			}
		});
	});

	test.each(documentKinds)("nobody else reads, changes or deletes a $kind", async (kind) => {
		const { owner, path, made } = await documentScene(lane, kind);
		const stranger = await byToken(await Account.signUp(url));
		const other = await documentScene(lane, documentKinds[kind.kind === "list" ? 1 : 0]);
		const paths = [path, `${kind.path}/2147483647`, `${kind.path}/x`, `${kind.path}/1e3`, `${kind.path}/${other.made.id}`];
		for (const each of paths) {
			const calls = [
				stranger.get(each),
				stranger.send("PUT", each, { title: "Stolen" }),
				stranger.delete(each),
				stranger.get(`${each}/export`),
			];
			for (const { status, body } of await Promise.all(calls)) expect([status, body], each).toEqual([404, { error: kind.absent }]);
			for (const client of [nobody, ...nobodys.map((headers) => new Client(url, headers))]) {
				const calls = [
					client.get(each),
					client.send("PUT", each, {}),
					client.delete(each),
					client.get(`${each}/export`),
					client.get(kind.path),
				];
				for (const { status, body } of await Promise.all(calls))
					expect([status, body]).toEqual([401, { error: "Authentication required" }]);
			}
		}
		// Its own owner does not find it among the other kind's.
		const elsewhere = await owner.get(`${kind.kind === "list" ? "/api/notes" : "/api/lists"}/${made.id}`);
		expect(elsewhere.status).toBe(404);
		expect((await owner.get(path)).body).toEqual(made);
	});
});
