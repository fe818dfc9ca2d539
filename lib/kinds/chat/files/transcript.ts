import { type Actor, longestChat, longestMessage, longestModel, mostMessages } from "@/lib/kinds/chat/kind";
import { line, tidy } from "@/lib/text";

/** A message as files have it. `created_at` is ISO. */
export type Line = { actor: Actor; message: string; created_at: string; hidden: boolean };
/** A chat as files have it. */
export type Transcript = { title: string; model: string; messages: Line[] };
/** Why something in a file did not become a chat. */
export type Skipped = { title: string; reason: string };
export type Read = { chat: Transcript } | { skipped: Skipped };

const longestTitle = 200;
const untitled = "Untitled chat";

/** What was read as a chat that can be kept, or why it cannot: nothing of it is cut. */
export function fitting({ title, model, messages }: Transcript): Read {
	// A name of ours comes back as it went; a foreign one is made to fit.
	const named = line({ min: 1, max: longestTitle }).safeParse(title).data ?? (tidy(title, longestTitle) || titleFrom(messages));
	const reason = unfit(messages);
	if (reason) return { skipped: { title: named, reason } };
	return { chat: { title: named, model: line({ max: longestModel }).safeParse(model).data ?? tidy(model, longestModel), messages } };
}

function unfit(messages: Line[]): string | null {
	if (messages.length === 0) return "There is no text in it";
	if (messages.length > mostMessages) return `It has more than ${inWords(mostMessages)} messages`;
	if (messages.some(({ message }) => message.length > longestMessage))
		return `A message in it is longer than ${inWords(longestMessage)} characters`;
	if (sizeOf(messages) > longestChat) return `It is longer than ${inWords(longestChat)} characters`;
	return null;
}

/** Characters of all messages together. */
export function sizeOf(messages: Line[]): number {
	return messages.reduce((sum, { message }) => sum + message.length, 0);
}

function titleFrom(messages: Line[]): string {
	const first = messages.find(({ actor }) => actor === "user") ?? messages[0];
	return tidy(first?.message, 80) || untitled;
}

/** A foreign text as a message's: what no message has is left out, the rest stays as it is. Null when nothing remains. */
export function textOf(text: string): string | null {
	const clean = text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, "");
	return clean.trim() === "" ? null : clean;
}

/** A time in seconds since 1970, or as text, as ISO; else the fallback. */
export function timeOf(time: unknown, fallback: string): string {
	const date = typeof time === "number" ? new Date(time * 1000) : new Date(typeof time === "string" ? time : Number.NaN);
	const isDate = date.getTime() >= 0 && date.getUTCFullYear() <= 9999;
	return isDate ? date.toISOString() : fallback;
}

function inWords(amount: number): string {
	return amount.toLocaleString("en");
}
