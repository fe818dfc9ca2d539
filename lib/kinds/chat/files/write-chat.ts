import type { Message } from "@/lib/kinds/chat/kind";
import { heads, looksLikeHead } from "./markdown";

/** A chat as it is written. What visitors get has no hidden messages, and does not say that there are any. */
export type WrittenChat = { title: string; model: string; messages: (Omit<Message, "hidden"> & { hidden?: boolean })[] };

/** A chat in Markdown, each message under a heading of its own. `readMarkdown` gets all of it back. */
export function writeMarkdown({ title, model, messages }: WrittenChat): string {
	const head = [`# ${title}`, ...(model ? [`Model: ${model}`] : [])].map((each) => `${each}\n`);
	const bodies = messages.map(({ actor, message, created_at: time, hidden }) => {
		const text = message.split("\n").map((line) => (looksLikeHead.test(line) ? `\\${line}` : line));
		return `## ${heads[actor]}${hidden ? " (hidden)" : ""} <!-- ${time} -->\n\n${text.join("\n")}\n`;
	});
	return [...head, ...bodies].join("\n");
}

/** A chat in JSON, with all that is known of it. */
export function writeJson({ title, model, messages }: WrittenChat): string {
	return `${JSON.stringify({ format: "passalong-chat", version: 1, name: title, model, messages }, null, "\t")}\n`;
}
