import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken, nobodys, waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { type Doc, documentKinds } from "./seed-004-examples";
import { date, id } from "./shapes";

type Imported = Doc & { skipped: { title: string; reason: string }[]; items: { id: string; text: string; completed: boolean }[] };

const send = <Body = Imported>(
	client: Client,
	path: string,
	text: string | Uint8Array,
	name: string,
	fields: Record<string, string> = {},
) => client.ask<Body>("POST", `${path}/import`, multipart({ fields, file: { bytes: Buffer.from(text), name, type: "" } }));
const bad = (field: string, words: unknown) => ({ error: expect.stringContaining(`${field}: `), fields: { [field]: words } });
const brief = ({ items }: Imported) => items.map(({ text, completed }) => `${completed ? "✓" : "·"} ${text}`);
const itemId: unknown = expect.stringMatching(/^[0-9a-f]{12}$/);

describe.each(lanes)("files of family 004 on $name", ({ url }) => {
	let account: Account;
	let owner: Client;
	beforeAll(async () => {
		account = await Account.signUp(url);
		owner = await byToken(account);
	});
	const exported = async (path: string, format: string) => owner.get(`${path}/export?format=${format}`);

	describe("a list", () => {
		const lists = "/api/lists";

		test.each(waysIn)("comes from a file, with $way, and what became no item is told", async ({ signIn }) => {
			const file = `\uFEFFTask,Done\r\n"He said ""hi""",TRUE\r\n'=1+1,\r\n,yes\r\n${"x".repeat(1_001)},\r\n`;
			const { status, body } = await send(await signIn(account), lists, file, "Sommer & Käse.csv");
			expect([status, body]).toEqual([
				201,
				{
					id,
					title: "Sommer & Käse",
					category: "",
					color_value: "#008053",
					items: [
						{ id: itemId, text: 'He said "hi"', completed: true },
						{ id: itemId, text: "=1+1", completed: false },
					],
					created_at: date,
					updated_at: date,
					version: 1,
					skipped: [
						{ title: ", yes", reason: "It has no text" },
						{ title: `${"x".repeat(79)}…`, reason: "It is longer than 1,000 characters" },
					],
				},
			]);
			const { skipped: _, ...made } = body;
			expect((await owner.get(`${lists}/${body.id}`)).body).toEqual(made);
		});

		test.each([
			["Today.txt", "x 2026-01-02 Post letters\n(A) Call Mum +family\n", "Today", ["✓ 2026-01-02 Post letters", "· (A) Call Mum +family"]],
			["Today.md", "# Trip\n\n- [x] Tent\n* Map\n", "Trip", ["✓ Tent", "· Map"]],
			["list", "- [ ] a < b\n", "list", ["· a < b"]],
			["../../etc/Today.tsv", "text\tdone\nMilk\tx\n", "Today", ["✓ Milk"]],
		])("is known by the name and the content of its file: %s", async (name, file, title, items) => {
			const { body } = await send(owner, lists, file, name);
			expect([body.title, brief(body)]).toEqual([title, items]);
		});

		test("is called as was asked, and read as was asked", async () => {
			const { body } = await send(owner, lists, "- [x] Milk\n", "a.md", { title: "Mine <b>", format: "todo.txt" });
			expect([body.title, brief(body)]).toEqual(["Mine <b>", ["· - [x] Milk"]]);
			const json = await owner.post<Imported>(`${lists}/import`, { content: "x Milk\nEggs\n", title: "By JSON", format: "todotxt" });
			expect([json.status, json.body.title, brief(json.body)]).toEqual([201, "By JSON", ["✓ Milk", "· Eggs"]]);
			const bare = await owner.post<Imported>(`${lists}/import`, { content: "- [ ] Milk" });
			expect([bare.status, bare.body.title]).toEqual([201, "Untitled list"]);
		});

		test("goes out and comes back the same, in every format", async () => {
			const items = [
				{ id: "a1", text: "=HYPERLINK(1) +49 @x", completed: true },
				{ id: "b2", text: '"quotes", commas; a < b & \\n', completed: false },
				{ id: "c3", text: "x marks the spot", completed: false },
				{ id: "d4", text: "  שלום 💿", completed: true },
			];
			const made = (await owner.post<Doc>(lists, { title: "Round & round", items })).body;
			for (const [format, type, ending] of [
				["csv", "text/csv; charset=utf-8", "csv"],
				["md", "text/markdown; charset=utf-8", "md"],
				["txt", "text/plain; charset=utf-8", "txt"],
				["todo.txt", "text/plain; charset=utf-8", "txt"],
				["Markdown", "text/markdown; charset=utf-8", "md"],
			] as const) {
				const file = await exported(`${lists}/${made.id}`, format);
				expect([file.status, file.headers["content-type"]], format).toEqual([200, type]);
				expect(file.headers["content-disposition"]).toContain(`filename="Round & round.${ending}"`);
				expect(file.headers).toMatchObject({ "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
				const { body } = await send(owner, lists, file.bytes, `Round & round.${ending}`);
				expect([body.title, body.skipped], format).toEqual(["Round & round", []]);
				expect(body.items.map(({ text, completed }) => ({ text, completed }))).toEqual(
					items.map(({ text, completed }) => ({ text, completed })),
				);
				if (ending === "csv") {
					expect(body.items).toEqual(items);
					expect(file.bytes.toString()).toContain(`"'=HYPERLINK(1) +49 @x","true","a1"`);
				}
			}
			expect((await owner.get(`${lists}/${made.id}/export`)).headers["content-type"], "the first format").toContain("markdown");
		});

		test("of five thousand items is taken whole, and no more", async () => {
			const file = Array.from({ length: 5_002 }, (_, at) => `Item ${at}`).join("\n");
			const { status, body } = await send(owner, lists, file, "long.txt");
			expect([status, body.items.length, body.skipped]).toEqual([
				201,
				5_000,
				[
					{ title: "Item 5000", reason: "The list is full" },
					{ title: "Item 5001", reason: "The list is full" },
				],
			]);
			// What was taken can be changed: it is not too long for a call.
			const { skipped: _, items, ...made } = body;
			const put = await owner.send<Imported>("PUT", `${lists}/${made.id}`, { items: items.toReversed(), version: 1 });
			expect([put.status, put.body.items.at(-1)?.text]).toEqual([200, "Item 0"]);
		});
	});

	describe("a note", () => {
		const notes = "/api/notes";

		test("comes from Markdown as it stands", async () => {
			const text = "# Head\r\n\n[x](javascript:alert(1)) <b>raw</b> \u202e\n";
			const { status, body } = await send(owner, notes, text, "My note.md");
			expect([status, body]).toEqual([
				201,
				{
					id,
					title: "My note",
					content: text,
					category: "",
					color_value: "#897311",
					created_at: date,
					updated_at: date,
					version: 1,
					skipped: [],
				},
			]);
			const json = await owner.post<Imported>(`${notes}/import`, { content: text });
			expect([json.status, json.body.title, json.body.content]).toEqual([201, "Head", text]);
		});

		test("goes out and comes back the same", async () => {
			const fields = {
				title: 'A "title" / with: marks\\',
				content: "---\ntitle: not mine\n---\n\ntext\n",
				category: "Ä <b>",
				color_value: "#12aBcD",
			};
			const made = (await owner.post<Doc>(notes, fields)).body;
			const file = await exported(`${notes}/${made.id}`, "md");
			expect([file.status, file.headers["content-type"]]).toEqual([200, "text/markdown; charset=utf-8"]);
			const { body } = await send(owner, notes, file.bytes, "whatever.md");
			expect(body).toMatchObject({ ...fields, skipped: [] });
		});

		test("that is too long is refused", async () => {
			const { status, body } = await send(owner, notes, "x".repeat(200_001), "long.md");
			expect([status, body]).toEqual([400, bad("file", "The note is longer than 200,000 characters")]);
		});
	});

	describe.each(documentKinds)("a file that is no $kind", ({ path }) => {
		test("is refused with a reason, and nothing is kept", async () => {
			const before = (await owner.get<Doc[]>(path)).body.length;
			const isBoard = path === "/api/whiteboards";
			const most = isBoard ? 30 : 5;
			const refused: [Uint8Array | string, number, unknown][] = [
				[
					Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
					400,
					bad("file", isBoard ? "This is not an Excalidraw file" : "This file is not text"),
				],
				[Buffer.alloc(most * 1024 * 1024 + 1, 0x61), 413, bad("file", `The file is larger than ${most} MB`)],
			];
			if (path === "/api/lists") refused.push(["", 400, bad("file", "The file is empty")]);
			for (const [file, status, body] of refused) {
				const answer = await send(owner, path, file, "x.md");
				expect([answer.status, answer.body]).toEqual([status, body]);
			}
			const none = await owner.ask("POST", `${path}/import`, multipart({ fields: { title: "x" } }));
			expect([none.status, none.body]).toEqual([400, bad("file", "Choose a file")]);
			expect((await owner.post(`${path}/import`, {})).status).toBe(400);
			// A board has one form.
			const words = bad(isBoard ? "file" : "format", expect.any(String));
			expect((await owner.post(`${path}/import`, { content: "a", format: "exe" })).body).toEqual(words);
			expect((await owner.ask("POST", `${path}/import`, { headers: { "content-type": "text/plain" }, body: "x" })).status).toBe(415);
			expect((await owner.get<Doc[]>(path)).body).toHaveLength(before);
		});

		test("is not read without credentials", async () => {
			for (const client of [new Client(url), ...nobodys.map((headers) => new Client(url, headers))]) {
				const { status, body } = await send<unknown>(client, path, "- [ ] a\n", "a.md");
				expect([status, body]).toEqual([401, { error: "Authentication required" }]);
			}
		});

		test("is not written in a format that there is none of", async () => {
			const made = (await owner.post<Doc>(path, {})).body;
			for (const format of ["exe", "toString", "__proto__", "../x", "x".repeat(21)]) {
				const { status, body } = await exported(`${path}/${made.id}`, format);
				expect([status, Object(body).error], format).toEqual([400, expect.any(String)]);
			}
		});
	});
});
