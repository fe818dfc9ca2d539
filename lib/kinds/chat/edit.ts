import { Refused } from "@/lib/refused";
import type { Chat, Message, Said } from "./kind";

/** The chat with one more message at its end, and that message. */
export function withMessage(chat: Chat, { actor, message }: Said, now: string): { chat: Chat; made: Message } {
	// An archive may tell less than the truth of what is next.
	const id = chat.messages.reduce((next, each) => Math.max(next, each.id + 1), chat.nextId);
	const made = { id, actor, message, created_at: now, hidden: false };
	return { chat: { ...chat, messages: [...chat.messages, made], nextId: made.id + 1 }, made };
}

/** The chat with that message changed. Throws `chat_not_found` when it has no such message. */
export function revised(chat: Chat, id: number | null, changes: Partial<Pick<Message, "message" | "hidden">>): Chat {
	const before = chat.messages.find((each) => each.id === id);
	if (!before) throw new Refused("chat_not_found");
	return { ...chat, messages: chat.messages.map((each) => (each === before ? { ...before, ...changes } : each)) };
}

/** The chat without that message. Throws `chat_not_found` when it has no such message. */
export function withoutMessage(chat: Chat, id: number | null): Chat {
	const messages = chat.messages.filter((each) => each.id !== id);
	if (messages.length === chat.messages.length) throw new Refused("chat_not_found");
	return { ...chat, messages };
}
