import { z } from "zod";
import type { Actor } from "@/lib/kinds/chat/kind";
import { fitting, type Line, type Read, textOf, timeOf } from "./transcript";

const actors: Record<string, Actor> = {
	user: "user",
	human: "user",
	assistant: "assistant",
	ai: "assistant",
	model: "assistant",
	bot: "assistant",
	system: "system",
	developer: "system",
};
/** Who says what no reader sees. */
const tools = ["tool", "function"];

const part = z
	.union([z.string(), z.object({ type: z.string().catch(""), text: z.string().optional().catch(undefined) })])
	.catch({ type: "" });
/** A message of OpenAI's (`role`, `content`), or of our own (`actor`, `message`). */
const message = z.object({
	role: z.string().optional(),
	actor: z.string().optional(),
	content: z
		.union([z.string(), z.array(part)])
		.nullish()
		.catch(null),
	message: z.string().optional().catch(undefined),
	created_at: z.unknown().optional(),
	hidden: z.boolean().catch(false),
});
const list = z.object({
	name: z.string().optional().catch(undefined),
	title: z.string().optional().catch(undefined),
	model: z.string().optional().catch(undefined),
	created_at: z.unknown().optional(),
	messages: z.array(z.unknown()),
});

/** A chat whose messages are a list: our own file, a request to OpenAI. Null for what is none. */
export function readMessageList(value: unknown, now: string): Read | null {
	const { data } = list.safeParse(value);
	if (!data) return null;
	const time = timeOf(data.created_at, now);
	const lines = data.messages.map((each) => readMessage(each, time));
	const title = data.name ?? data.title ?? "";
	if (lines.some((line) => line === "unknown"))
		return { skipped: { title: title || "Untitled chat", reason: "Something in it is no message" } };
	return fitting({
		title,
		model: data.model ?? "",
		messages: lines.filter((line) => typeof line === "object").flatMap((line) => line ?? []),
	});
}

/** One message; null for one that shows nothing, `unknown` for what is no message. */
export function readMessage(value: unknown, time: string): Line | null | "unknown" {
	const { data } = message.safeParse(value);
	const role = (data?.actor ?? data?.role)?.toLowerCase();
	if (!data || role === undefined) return "unknown";
	if (tools.includes(role)) return null;
	const actor = Object.hasOwn(actors, role) ? actors[role] : undefined;
	if (!actor) return "unknown";
	const text = textOf(data.message ?? contentText(data.content ?? ""));
	return text === null ? null : { actor, message: text, created_at: timeOf(data.created_at, time), hidden: data.hidden };
}

/** Files are not in the list: their place is shown. */
function contentText(content: string | z.output<typeof part>[]): string {
	if (typeof content === "string") return content;
	const texts = content.map((each) => {
		if (typeof each === "string") return each;
		if (each.text !== undefined) return each.text;
		if (/image/.test(each.type)) return "[Picture]";
		return /audio/.test(each.type) ? "[Recording]" : "[Attachment]";
	});
	return texts.filter(Boolean).join("\n\n");
}
