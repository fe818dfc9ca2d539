import { z } from "zod";
import { type Line, textOf, timeOf } from "./transcript";

const part = z.union([
	z.string(),
	z.object({ content_type: z.string().catch(""), text: z.string().optional().catch(undefined) }).catch({ content_type: "" }),
]);
const message = z.object({
	author: z.object({ role: z.string() }),
	create_time: z.unknown().optional(),
	/** Whom it is for: people are `all`, tools have names. */
	recipient: z.string().nullish().catch(null),
	content: z.object({
		content_type: z.string(),
		parts: z.array(part).optional().catch(undefined),
		text: z.string().optional().catch(undefined),
		language: z.string().optional().catch(undefined),
	}),
	metadata: z
		.object({
			model_slug: z.string().optional().catch(undefined),
			is_visually_hidden_from_conversation: z.boolean().optional().catch(undefined),
			is_user_system_message: z.boolean().optional().catch(undefined),
		})
		.nullish()
		.catch(null),
});
type Content = z.output<typeof message>["content"];

/** What ChatGPT shows of one message of its export, or null for what it keeps to itself: tools, settings, thoughts. */
export function visibleText(value: unknown, fallback: string): (Line & { model: string }) | null {
	const { data } = message.safeParse(value);
	if (!data) return null;
	const { author, content, metadata, recipient } = data;
	const actor = z.enum(["user", "assistant", "system"]).safeParse(author.role).data;
	const isHidden = metadata?.is_visually_hidden_from_conversation || metadata?.is_user_system_message || (recipient ?? "all") !== "all";
	const text = isHidden || !actor ? null : textOf(contentText(content));
	if (!actor || text === null) return null;
	return { actor, message: text, created_at: timeOf(data.create_time, fallback), hidden: false, model: metadata?.model_slug ?? "" };
}

function contentText({ content_type: type, parts = [], text = "", language = "" }: Content): string {
	if (type === "text" || type === "multimodal_text") {
		return parts.map(partText).filter(Boolean).join("\n\n");
	}
	if (type === "code" && text) return `\`\`\`${/^[\w+-]+$/.test(language) && language !== "unknown" ? language : ""}\n${text}\n\`\`\``;
	return "";
}

/** Files are not in the export: their place is shown. */
function partText(value: z.output<typeof part>): string {
	if (typeof value === "string") return withoutMarks(value);
	if (/image/.test(value.content_type)) return "[Picture]";
	if (/audio_transcription/.test(value.content_type)) return value.text ?? "";
	if (/audio|video/.test(value.content_type)) return "[Recording]";
	return value.text ?? "[Attachment]";
}

/** Marks of its own that ChatGPT replaces by links as it shows a text. */
function withoutMarks(text: string): string {
	return text.replace(/\uE200[^\uE200\uE201]{0,2000}\uE201/g, "").replace(/[\uE200-\uE206]/g, "");
}
