import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { readChats } from "./read-chats";
import type { Read } from "./transcript";

const folder = await mkdtemp(join(tmpdir(), "passalong-chats-"));
afterAll(() => rm(folder, { recursive: true }));

const now = "2026-11-01T00:00:00.000Z";
async function read(content: unknown, { fileName = "conversations.json", branches = false } = {}): Promise<Read[]> {
	const path = join(folder, "file");
	await writeFile(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
	return Readable.from(readChats(path, { fileName, branches, now })).toArray();
}
/** Chats as `actor: message` lines, and what was skipped as its reason. */
async function inShort(content: unknown, options = {}) {
	return (await read(content, options)).map((each) =>
		"chat" in each ? [each.chat.title, ...each.chat.messages.map(({ actor, message }) => `${actor}: ${message}`)] : each.skipped,
	);
}

type Node = { parent?: string | null; role?: string; text?: string; parts?: unknown[]; message?: object | null };
function node(id: string, { parent = null, role = "user", text = id, parts = [text], message }: Node) {
	const whole = {
		id,
		author: { role, metadata: {} },
		create_time: 1_700_000_000,
		content: { content_type: "text", parts },
		recipient: "all",
		metadata: {},
		...message,
	};
	return [id, { id, parent, children: [], message: message === null ? null : whole }] as const;
}
const conversation = (nodes: (readonly [string, unknown])[], over: object = {}) => ({
	title: "Trees",
	create_time: 1_600_000_000,
	mapping: Object.fromEntries(nodes),
	...over,
});
const line = [
	node("root", { message: null }),
	node("a", { parent: "root" }),
	node("b", { parent: "a", role: "assistant", message: { metadata: { model_slug: "gpt-4o" } } }),
];

describe("ChatGPT's conversations.json", () => {
	test("the current branch is the chat", async () => {
		const nodes = [...line, node("c", { parent: "b" }), node("old", { parent: "a", role: "assistant" })];
		expect(await read([conversation(nodes, { current_node: "c" })])).toEqual([
			{
				chat: {
					title: "Trees",
					model: "gpt-4o",
					messages: ["a", "b", "c"].map((message) => ({
						actor: message === "b" ? "assistant" : "user",
						message,
						created_at: "2023-11-14T22:13:20.000Z",
						hidden: false,
					})),
				},
			},
		]);
	});

	test("other branches become further chats where they are wanted, each once", async () => {
		const nodes = [
			...line,
			node("c", { parent: "b" }),
			node("old", { parent: "a", role: "assistant" }),
			node("older", { parent: "old" }),
			node("again", { parent: "a", role: "assistant" }),
			// Ends in nothing that is shown: no other chat than the one before it.
			node("quiet", { parent: "b", role: "tool" }),
		];
		const tree = [conversation(nodes, { current_node: "c" })];
		expect(await inShort(tree, { branches: true })).toEqual([
			["Trees", "user: a", "assistant: b", "user: c"],
			["Trees (branch 2)", "user: a", "assistant: old", "user: older"],
			["Trees (branch 3)", "user: a", "assistant: again"],
		]);
		expect(await inShort(tree)).toHaveLength(1);
	});

	test("tools, settings, thoughts and empty messages are left out; what is not text leaves its place", async () => {
		const nodes = [
			node("root", { message: null }),
			node("s", { parent: "root", role: "system", text: "" }),
			node("settings", { parent: "s", role: "user", message: { content: { content_type: "user_editable_context", user_profile: "x" } } }),
			node("hidden", { parent: "settings", role: "system", message: { metadata: { is_visually_hidden_from_conversation: true } } }),
			node("picture", { parent: "hidden", parts: ["See", { content_type: "image_asset_pointer", asset_pointer: "file-service://x" }] }),
			node("call", { parent: "picture", role: "assistant", message: { recipient: "python" } }),
			node("output", { parent: "call", role: "tool" }),
			node("thought", { parent: "output", role: "assistant", message: { content: { content_type: "thoughts", thoughts: [] } } }),
			node("said", {
				parent: "thought",
				parts: [
					{ content_type: "audio_transcription", text: "Hello" },
					{ content_type: "audio_asset_pointer" },
					{ content_type: "new" },
					null,
					7,
				],
			}),
			node("code", {
				parent: "said",
				role: "assistant",
				message: { content: { content_type: "code", language: "python", text: "1 + 1" } },
			}),
			node("cited", { parent: "code", role: "assistant", text: "Yes\ue200cite\ue202turn0search0\ue201. \u0007Done" }),
		];
		expect(await inShort([conversation(nodes, { current_node: "cited" })])).toEqual([
			[
				"Trees",
				"user: See\n\n[Picture]",
				"user: Hello\n\n[Recording]\n\n[Attachment]\n\n[Attachment]\n\n[Attachment]",
				"assistant: ```python\n1 + 1\n```",
				"assistant: Yes. Done",
			],
		]);
	});

	test("a circle is skipped with a reason, and the others come in", async () => {
		const circle = conversation([node("a", { parent: "b" }), node("b", { parent: "a" })], { current_node: "b", title: "Round" });
		const self = conversation([node("a", { parent: "a" })], { title: "Self" });
		expect(await inShort([circle, self, conversation(line, { current_node: "b" })])).toEqual([
			{ title: "Round", reason: "Its messages run in a circle" },
			{ title: "Self", reason: "Its messages run in a circle" },
			["Trees", "user: a", "assistant: b"],
		]);
	});

	test("a parent that is missing is where the chat begins; without a current message the newest leaf ends it", async () => {
		const nodes = [
			node("b", { parent: "gone" }),
			node("c", { parent: "b" }),
			node("old", { parent: "b", message: { create_time: 1_500_000_000 } }),
		];
		expect(await inShort([conversation(nodes)])).toEqual([["Trees", "user: b", "user: c"]]);
		expect(await inShort([conversation(nodes, { current_node: "nowhere" })])).toEqual([["Trees", "user: b", "user: c"]]);
	});

	test("ids may be any words", async () => {
		const words = [node("constructor", {}), node("toString", { parent: "constructor" })];
		expect(await inShort([conversation(words, { current_node: "toString" })])).toEqual([["Trees", "user: constructor", "user: toString"]]);
		for (const current_node of ["constructor", "__proto__"])
			expect(await inShort([conversation(line, { current_node })])).toEqual([["Trees", "user: a", "assistant: b"]]);
	});

	test("whatever does not fit is skipped with a reason", async () => {
		const long = conversation([node("a", { text: "x".repeat(200_001) })], { title: "Long" });
		const many = Array.from({ length: 20_001 }, (_, n) => node(`n${n}`, { parent: n === 0 ? null : `n${n - 1}` }));
		const other = [7, null, "x", [], {}, { title: "Odd", mapping: 3 }, conversation([]), conversation([["a", 5]]), long];
		expect(await inShort([...other, conversation(many, { current_node: "n20000", title: "Many" })])).toEqual([
			...[1, 2, 3, 4, 5, 6].map((number) => ({ title: `Entry ${number}`, reason: "It is no chat" })),
			{ title: "Trees", reason: "There is no text in it" },
			{ title: "Trees", reason: "There is no text in it" },
			{ title: "Long", reason: "A message in it is longer than 200,000 characters" },
			{ title: "Many", reason: "It has more than 20,000 messages" },
		]);
	});

	test("a tree with thousands of branches does not become thousands of chats", async () => {
		const leaves = Array.from({ length: 3_000 }, (_, n) => node(`leaf${n}`, { parent: "b" }));
		const found = await inShort([conversation([...line, ...leaves], { current_node: "leaf0" })], { branches: true });
		expect(found).toHaveLength(52);
		expect(found.at(-1)).toEqual({ title: "Trees", reason: "It has more branches than can be brought in" });
	});

	test("one conversation of more than is held in memory is skipped by its title", async () => {
		const big = { title: "Huge", note: "x".repeat(41_000_000), mapping: {} };
		expect(await inShort([big, conversation(line, { current_node: "b" })])).toEqual([
			{ title: "Huge", reason: "It is too large to be read" },
			["Trees", "user: a", "assistant: b"],
		]);
	});
});

describe("lists of messages", () => {
	test("OpenAI's messages, alone or in a request", async () => {
		const messages = [
			{ role: "developer", content: "Be brief." },
			{
				role: "user",
				content: [
					{ type: "text", text: "What is this?" },
					{ type: "image_url", image_url: { url: "data:," } },
				],
			},
			{ role: "assistant", content: null, tool_calls: [] },
			{ role: "tool", content: "42" },
			{ role: "assistant", content: "A cat." },
		];
		const lines = ["system: Be brief.", "user: What is this?\n\n[Picture]", "assistant: A cat."];
		expect(await inShort(messages, { fileName: "cat.json" })).toEqual([["cat", ...lines]]);
		expect(await inShort({ model: "gpt-4o", messages })).toEqual([["What is this? [Picture]", ...lines]]);
		expect(await inShort([{ title: "One", messages }, { messages: [{ role: "user", content: "Two" }] }])).toEqual([
			["One", ...lines],
			["Two", "user: Two"],
		]);
		expect(await inShort({ messages: [{ role: "dragon", content: "x" }] })).toEqual([
			{ title: "Untitled chat", reason: "Something in it is no message" },
		]);
	});

	test("an answer of our own API", async () => {
		const chat = { id: 1, name: "Ours", model: null, messages: [{ id: 1, actor: "user", message: "Hi", created_at: now, hidden: true }] };
		expect(await read({ chat })).toEqual([
			{ chat: { title: "Ours", model: "", messages: [{ actor: "user", message: "Hi", created_at: now, hidden: true }] } },
		]);
	});
});

describe("Markdown", () => {
	const cases: Record<string, string> = {
		"headings of any depth": "# Cats\n\n### You said:\nWhat is it?\n\n### ChatGPT said:\nA cat.\n\n# Not a speaker",
		"bold names": "# Cats\n\n**User:** What is it?\n\n**Assistant:** A cat.\n\n# Not a speaker",
		"bold names on lines of their own": "# Cats\n\n**You**\n\nWhat is it?\n\n**ChatGPT**:\n\nA cat.\n\n# Not a speaker",
		"plain names": "# Cats\n\nUser: What is it?\n\nAssistant: A cat.\n\n# Not a speaker",
		"lines as Windows ends them": "# Cats\r\n\r\n## User\r\n\r\nWhat is it?\r\n\r\n## Assistant\r\n\r\nA cat.\r\n\r\n# Not a speaker\r\n",
	};
	test.each(Object.entries(cases))("with %s", async (_, text) => {
		expect(await inShort(text, { fileName: "a.md" })).toEqual([["Cats", "user: What is it?", "assistant: A cat.\n\n# Not a speaker"]]);
	});

	test("it is told from JSON by its name, and by how it begins", async () => {
		expect(await inShort("[A link](x)\n\n## User\n\nHi", { fileName: "Hello.txt" })).toEqual([["Hello", "user: Hi"]]);
		expect(await inShort("## User\n\nHi", { fileName: "" })).toEqual([["Hi", "user: Hi"]]);
	});
});

describe("what is no chat", () => {
	const cases: [string, unknown, string][] = [
		["nothing", "", "The file is empty"],
		["blanks", " \n ", "The file is empty"],
		["prose", "Dear diary", "There is no chat in this file"],
		["an empty list", "[]", "There is no chat in this file"],
		["half a file", '[{"title": "a", "mapping": {}}, {"title', "it ends too early"],
		["half a value", '[{"title": "a", "mapping": {}}, tru', "it ends too early"],
		["damaged JSON", '[{"title": "a" "b"}]', "not valid JSON"],
		["more after the end", '[{"messages": []}] x', "not valid JSON"],
		["other bytes", Uint8Array.of(0xff, 0xfe, 0x00, 0x41), "not text in UTF-8"],
		["a nest of lists", `${"[".repeat(100_000)}`, "too complex"],
		["sixty thousand entries", `[${"{},".repeat(60_000)}{}]`, "more than 50,000 entries"],
	];
	test.each(cases)("%s is refused before anything is given", async (_, content, words) => {
		await expect(read(content)).rejects.toMatchObject({ code: "bad_input", fields: { fields: { file: expect.stringContaining(words) } } });
	});
});
