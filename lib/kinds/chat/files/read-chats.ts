import { mostMessages } from "@/lib/kinds/chat/kind";
import { badField } from "@/lib/refused";
import { readConversation } from "./chatgpt";
import { type Entry, jsonEntries } from "./json-entries";
import { readMarkdown } from "./markdown";
import { readMessage, readMessageList } from "./messages-json";
import { readText, startOf } from "./text-file";
import { fitting, type Line, type Read, sizeOf } from "./transcript";

/** `branches`: whether the other branches of ChatGPT's trees become chats too. `now` is for messages that do not say when they were written; ISO. */
export type Reading = { fileName: string; branches: boolean; now: string };

/** Characters that the branches of all conversations of a file may have together: each holds much of its conversation once more. */
const mostInBranches = 50_000_000;

/**
 * Reads the chats of a file, one at a time: ChatGPT's `conversations.json`, lists of messages in JSON (ours and OpenAI's), Markdown. The file is seen to be whole
 * before the first is given. Throws `bad_input` on `file` for what is none of these.
 */
export async function* readChats(path: string, reading: Reading): AsyncGenerator<Read> {
	const isText = /\.(?:md|markdown|txt)$/i.test(reading.fileName);
	const start = await startOf(path);
	if (start === "") throw badField("file", "The file is empty");
	if (isText || !/^[[{]/.test(start)) {
		yield readMarkdown(await readText(path), reading);
		return;
	}
	for await (const _ of jsonEntries(path, { look: true }));
	yield* readJson(path, reading);
}

async function* readJson(path: string, { fileName, branches, now }: Reading): AsyncGenerator<Read> {
	/** Messages that stand in the file's array themselves: together they are one chat. */
	const loose: Line[] = [];
	let entries = 0;
	let room = mostInBranches;
	for await (const entry of jsonEntries(path)) {
		entries += 1;
		if ("tooLarge" in entry) {
			yield { skipped: { title: entry.tooLarge || "Untitled chat", reason: "It is too large to be read" } };
			continue;
		}
		const message = isObject(entry.value) && ("role" in entry.value || "actor" in entry.value) ? readMessage(entry.value, now) : "unknown";
		if (message !== "unknown") {
			// What is more than a chat may have need not be held to be refused.
			if (message && loose.length <= mostMessages) loose.push(message);
			continue;
		}
		const [chat, ...others] = readEntry(entry, { branches, room, now }, entries);
		if (chat) yield chat;
		for (const other of others) {
			if ("chat" in other) room -= sizeOf(other.chat.messages);
			yield other;
		}
	}
	if (entries === 0) throw badField("file", "There is no chat in this file");
	if (loose.length > 0) yield fitting({ title: fileName.replace(/\.\w+$/, ""), model: "", messages: loose });
}

function readEntry(
	{ value }: Extract<Entry, { value: unknown }>,
	how: { branches: boolean; room: number; now: string },
	number: number,
): Read[] {
	if (isObject(value) && isObject(value.mapping)) return readConversation(value, how);
	const inside = isObject(value) && isObject(value.chat) ? value.chat : value;
	const list = readMessageList(inside, how.now);
	return [list ?? { skipped: { title: `Entry ${number}`, reason: "It is no chat" } }];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
