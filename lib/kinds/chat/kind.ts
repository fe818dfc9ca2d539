import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { line } from "@/lib/text";
import { longestChat, longestMessage, longestModel, mostMessages } from "./limits";

export { longestChat, longestMessage, longestModel, mostMessages };

/** What no text holds: control characters but tab and line breaks, and the halves of broken surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

export const actor = z.enum(["user", "assistant", "system"]);
export type Actor = z.output<typeof actor>;

/** A text as it was typed: a message may begin with the spaces of its code. */
export const messageText = z
	.string()
	.max(longestMessage, `At most ${longestMessage} characters`)
	.refine((text) => text.trim() !== "", "Required")
	.refine((text) => text.isWellFormed() && !unprintable.test(text), "Has characters that cannot be shown");

const message = z.object({
	id: z.number().int().positive(),
	actor,
	message: messageText,
	created_at: z.iso.datetime(),
	/** Kept from visitors, and shown to the owner as kept from them. */
	hidden: z.boolean().default(false),
});
export type Message = z.output<typeof message>;

const content = z.object({
	/** What answered, if anything did. */
	model: line({ max: longestModel }).default(""),
	messages: z
		.array(message)
		.max(mostMessages, `At most ${mostMessages} messages`)
		.refine((all) => all.reduce((sum, each) => sum + each.message.length, 0) <= longestChat, `At most ${longestChat} characters`)
		.default([]),
	/** The number of the next message: none is given twice. */
	nextId: z.number().int().positive().default(1),
});
export type Chat = z.output<typeof content>;
/** What somebody said. */
export type Said = Pick<Message, "actor" | "message">;

/** A chat of these messages, numbered from 1. */
export function chatOf(model: string, messages: (Said & Partial<Message>)[], now: string): Chat {
	const numbered = messages.map((each, at) => ({ created_at: now, hidden: false, ...each, id: at + 1 }));
	return { model, messages: numbered, nextId: numbered.length + 1 };
}

export const chat = defineKind({
	name: "chat",
	content,
	published: z.object({
		...content.pick({ model: true }).shape,
		messages: z.array(message.pick({ id: true, actor: true, message: true, created_at: true })),
	}),
	shown: ({ messages, ...rest }) => ({ ...rest, messages: messages.filter(({ hidden }) => !hidden) }),
	code: "uuid",
	page: (code) => `/shared/chats/${code}`,
	// What was hidden since is in no snapshot any more; what was deleted since stays, as in any picture of how things were.
	stillShown(frozen, now) {
		const hidden = new Set(now.messages.filter((message) => message.hidden).map(({ id }) => id));
		return { ...frozen, messages: frozen.messages.filter(({ id }) => !hidden.has(id)) };
	},
	policy: { playLimit: null, isProtected: false },
	blank: "Untitled chat",
	describe: ({ content: { messages } }) => counted(messages.length),
	tell: ({ content: { model, messages } }) => ({
		label: "Chat",
		line: counted(messages.length),
		description: model ? `A chat with ${model}, ${counted(messages.length)}` : `A chat of ${counted(messages.length)}`,
	}),
	openGraph: "article",
	accent: [0.55, 0.12, 235],
	note: ({ model, messages }) => [counted(messages.length), model].filter(Boolean).join(" · "),
});

function counted(messages: number): string {
	return `${messages.toLocaleString("en")} ${messages === 1 ? "message" : "messages"}`;
}
