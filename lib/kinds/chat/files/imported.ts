import { type Chat, chatOf } from "@/lib/kinds/chat/kind";
import { type Reading, readChats } from "./read-chats";
import type { Skipped } from "./transcript";

/** The chats of a file as they are kept, one at a time. Throws as `readChats`. */
export async function* importedChats(
	path: string,
	reading: Reading,
): AsyncGenerator<{ chat: { title: string; content: Chat } } | { skipped: Skipped }> {
	for await (const read of readChats(path, reading)) {
		if ("skipped" in read) yield read;
		else yield { chat: { title: read.chat.title, content: chatOf(read.chat.model, read.chat.messages, reading.now) } };
	}
}
