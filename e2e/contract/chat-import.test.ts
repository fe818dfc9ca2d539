import { request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { byToken } from "../support/credentials";
import { look } from "../support/database";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { type Chat, Chatter, ok } from "./chat-scene";
import { diskWays, ownServer } from "./own-server";

type Imported = { chats: Omit<Chat, "messages">[]; skipped: { title: string; reason: string }[] };

const node = (id: string, parent: string | null, role: string, text = id) => ({
	id,
	parent,
	children: [],
	message: { id, author: { role }, create_time: 1_700_000_000, content: { content_type: "text", parts: [text] }, metadata: {} },
});
const conversation = (title: string, nodes: ReturnType<typeof node>[], current_node: string) => ({
	title,
	create_time: 1_700_000_000,
	mapping: Object.fromEntries(nodes.map((each) => [each.id, each])),
	current_node,
});
const tree = conversation(
	"Trees",
	[node("a", null, "user"), node("b", "a", "assistant"), node("c", "b", "user"), node("old", "a", "assistant")],
	"c",
);
const circle = conversation("Round", [node("x", "y", "user"), node("y", "x", "assistant")], "y");
const statusMessage = "Bad Request. Invalid body({ file, branches?(false) }).";

describe.each(lanes)("importing chats on $name", ({ url }) => {
	const raw = (owner: Chatter, body: string | Uint8Array, type = "application/json", query = "") =>
		owner.client.ask<Imported>("POST", `${owner.path}/import${query}`, { body, headers: { "content-type": type } });
	const form = (owner: Chatter, body: string, name: string, fields: Record<string, string> = {}) =>
		owner.client.ask<Imported>("POST", `${owner.path}/import`, multipart({ fields, file: { bytes: Buffer.from(body), name, type: "" } }));
	const said = async (owner: Chatter, { id }: { id: number }) => {
		const { chat } = ok<{ chat: Chat }>(await owner.client.get(`${owner.path}/${id}`));
		return chat.messages.map(({ actor, message }) => `${actor}: ${message}`);
	};

	test("ChatGPT's export, as a form and as it is; other branches when they are asked for; a reason for each that is left out", async () => {
		const owner = await Chatter.fresh(url);
		const file = JSON.stringify([tree, circle, { title: "Odd" }]);
		const skipped = [
			{ title: "Round", reason: "Its messages run in a circle" },
			{ title: "Entry 3", reason: "It is no chat" },
		];
		for (const answer of [await raw(owner, file), await form(owner, file, "conversations.json")]) {
			expect([answer.status, answer.body]).toMatchObject([201, { chats: [{ name: "Trees", model: null }], skipped }]);
			expect(await said(owner, ok<Imported>(answer, 201).chats[0] ?? { id: 0 })).toEqual(["user: a", "assistant: b", "user: c"]);
		}
		for (const answer of [
			await raw(owner, file, "application/json", "?branches=true"),
			await form(owner, file, "conversations.json", { branches: "true" }),
		]) {
			const { chats } = ok<Imported>(answer, 201);
			expect(chats.map(({ name }) => name)).toEqual(["Trees", "Trees (branch 2)"]);
			expect(await said(owner, chats[1] ?? { id: 0 })).toEqual(["user: a", "assistant: old"]);
		}
	});

	test("a list of OpenAI's messages, and Markdown", async () => {
		const owner = await Chatter.any(url);
		const messages = [
			{ role: "user", content: [{ type: "text", text: "What is it?" }] },
			{ role: "assistant", content: "A cat." },
		];
		const answers = [
			await raw(owner, JSON.stringify(messages)),
			await form(owner, JSON.stringify({ model: "gpt-4o", messages }), "cat.json"),
			await raw(owner, "# Cat\n\n**User:** What is it?\n\n**Assistant:** A cat.", "text/markdown"),
			await form(owner, "# Cat\n\n## User\n\nWhat is it?\n\n## Assistant\n\nA cat.", "cat.md"),
		];
		for (const answer of answers) {
			const [chat = { id: 0 }, ...others] = ok<Imported>(answer, 201).chats;
			expect(others).toEqual([]);
			expect(await said(owner, chat)).toEqual(["user: What is it?", "assistant: A cat."]);
		}
	});

	test("what holds no chat is 400, and nothing is made", async () => {
		const owner = await Chatter.fresh(url);
		const cases = [
			["", "application/json"],
			["[]", "application/json"],
			["null", "application/json"],
			[`[${JSON.stringify(tree)}, {"title":`, "application/json"],
			[`[${JSON.stringify(tree)}] and more`, "application/json"],
			["Dear diary", "text/markdown"],
			[Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe), "text/plain"],
		] as const;
		for (const [body, type] of cases) {
			const answer = await raw(owner, body, type);
			expect([answer.status, answer.body], String(body).slice(0, 20)).toMatchObject([
				400,
				{ statusCode: 400, statusMessage, data: { issues: [{ path: ["file"] }] } },
			]);
		}
		expect((await raw(owner, "x", "image/png")).status).toBe(415);
		expect((await owner.client.ask("POST", `${owner.path}/import`, multipart({ fields: { branches: "true" } }))).status).toBe(400);
		expect((await raw(owner, JSON.stringify([tree]), "application/json", "?branches=perhaps")).status).toBe(400);
		expect((await owner.client.get(owner.path)).body).toEqual({ chats: [] });
	});
});

/** A conversations.json of about this many megabytes, made as it goes. */
function* conversations(megabytes: number): Generator<string> {
	const text = 'Lorem ipsum "dolor" sit amet.\n\n```js\nconst a = 1;\n```\n'.repeat(40);
	const one = (at: number) => {
		const nodes = Array.from({ length: 200 }, (_, n) =>
			node(`n${n}`, n === 0 ? null : `n${n - 1}`, n % 2 === 0 ? "user" : "assistant", `${at}.${n} ${text}`),
		);
		return JSON.stringify(conversation(`Chat ${at}`, nodes, "n199"));
	};
	yield "[";
	let size = 0;
	for (let at = 0; size < megabytes * 1024 * 1024; at++) {
		const text = `${at === 0 ? "" : ","}${one(at)}`;
		size += text.length;
		yield text;
	}
	yield "]";
}

// Which lane it comes by changes nothing of how it is read.
describe.each(diskWays.slice(0, 1))("a large conversations.json on $name", { timeout: 120_000 }, (way) => {
	// As much as the pages and calls need by themselves, and some more: what holds the whole file, or all that is in it, dies.
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000", NODE_OPTIONS: "--max-old-space-size=256" });

	async function send(owner: Chatter, body: Iterable<string>): Promise<{ status: number; body: Imported }> {
		const headers = { "content-type": "application/json", authorization: `Bearer ${owner.account.token}` };
		return new Promise((resolve, reject) => {
			const sending = request(`${server().url}${owner.path}/import`, { method: "POST", headers }, (answer) => {
				const chunks: Buffer[] = [];
				answer.on("data", (chunk: Buffer) => chunks.push(chunk));
				answer.once("end", () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }));
			});
			sending.once("error", reject);
			pipeline(Readable.from(body), sending).catch(reject);
		});
	}

	test("of 120 MB comes in whole, one conversation at a time; of more than 200 MB is 413", async () => {
		const account = await Account.signUp(server().url);
		const owner = new Chatter(account, await byToken(account));
		const many = await send(owner, conversations(120));
		expect([many.status, many.body.skipped]).toEqual([201, []]);
		expect(many.body.chats.length).toBeGreaterThan(200);
		expect(await look<number>(server(), "SELECT count(*) FROM Item")).toBe(many.body.chats.length);

		const huge = await send(owner, conversations(201));
		expect([huge.status, huge.body]).toMatchObject([413, { statusCode: 413 }]);
		expect(await look<number>(server(), "SELECT count(*) FROM Item")).toBe(many.body.chats.length);
	});
});
