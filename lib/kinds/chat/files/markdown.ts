import type { Actor } from "@/lib/kinds/chat/kind";
import { badField } from "@/lib/refused";
import { fitting, type Line, type Read, textOf, timeOf } from "./transcript";

/** What speakers are called at the head of a message. */
const speakers: Record<string, Actor> = {
	user: "user",
	you: "user",
	human: "user",
	me: "user",
	assistant: "assistant",
	ai: "assistant",
	bot: "assistant",
	chatgpt: "assistant",
	claude: "assistant",
	gemini: "assistant",
	copilot: "assistant",
	system: "system",
};
const names = Object.keys(speakers).join("|");
export const heads: Record<Actor, string> = { user: "User", assistant: "Assistant", system: "System" };

/**
 * How messages begin. Ours comes first: `## User`, with `(hidden)` and the time in a comment where there is more to say. A file is read by the form that it begins
 * with, so that the others may stand in its texts.
 */
const ours = /^## (?<name>User|Assistant|System)(?<hidden> \(hidden\))?(?: <!-- (?<time>\S+) -->)?(?<text>)\s*$/;
const forms = [
	ours,
	new RegExp(`^#{1,6} (?:\\*\\*)?(?<name>${names})(?: said)?:?(?:\\*\\*)?:?(?<text>)\\s*$`, "is"),
	new RegExp(`^\\*\\*(?<name>${names})(?: said)?(?::\\*\\*|\\*\\*:|\\*\\*(?=\\s*$))\\s*(?<text>.*)$`, "is"),
	new RegExp(`^(?<name>${names})(?: said)?:(?:\\s+(?<text>.*)|(?<text2>))$`, "is"),
];

/** A line of a text that would be read as the head of a message: it goes out with one more backslash, and comes back with one less. */
export const looksLikeHead = /^\\*## (?:User|Assistant|System)(?: \(hidden\))?(?: <!-- \S+ -->)?\s*$/;

/** Reads a chat that was written down in Markdown: ours, or one whose messages begin in one of the usual ways. Throws `bad_input` on `file`. */
export function readMarkdown(markdown: string, { fileName, now }: { fileName: string; now: string }): Read {
	const lines = markdown.replace(/^\uFEFF/, "").split("\n");
	const first = firstHead(lines);
	if (!first) throw badField("file", 'There is no chat in this file. Each message begins with a line such as "## User" or "**User:**".');
	// An editor may have changed how lines end; a text that has such lines by itself has heads without them.
	const all = lines[first.at]?.endsWith("\r") ? lines.map((line) => line.replace(/\r$/, "")) : lines;
	const preamble = all.slice(0, first.at);
	const title = preamble.map((line) => /^# (.+)$/s.exec(line)?.[1]).find(Boolean);
	const model = preamble.map((line) => /^Model: (.+)$/s.exec(line)?.[1]).find(Boolean);
	return fitting({
		title: title ?? fileName.replace(/\.\w+$/, ""),
		model: model ?? "",
		messages: messagesOf(all.slice(first.at), first.form, now),
	});
}

function firstHead(lines: string[]): { at: number; form: RegExp } | null {
	// Ours says when each message was written: a title such as "User" is no head then.
	const own = lines.findIndex((line) => ours.exec(line)?.groups?.time);
	if (own >= 0) return { at: own, form: ours };
	for (const [at, line] of lines.entries()) {
		const form = forms.find((each) => each.test(line));
		if (form) return { at, form };
	}
	return null;
}

function messagesOf(lines: string[], form: RegExp, now: string): Line[] {
	const parts: { head: RegExpExecArray; body: string[] }[] = [];
	for (const line of lines) {
		const head = form.exec(line);
		if (head) parts.push({ head, body: head.groups?.text ? [head.groups.text] : [] });
		else parts.at(-1)?.body.push(form === ours ? withoutBackslash(line) : line);
	}
	return parts.flatMap(({ head: { groups }, body }) => {
		const text = textOf(form === ours ? withoutFrame(body) : body.join("\n").trim());
		const actor = speakers[groups?.name?.toLowerCase() ?? ""];
		return text === null || !actor
			? []
			: [{ actor, message: text, created_at: timeOf(groups?.time, now), hidden: groups?.hidden !== undefined }];
	});
}

function withoutBackslash(line: string): string {
	return line.startsWith("\\") && looksLikeHead.test(line) ? line.slice(1) : line;
}

/** One empty line stands before a text and one after it; more are its own. */
function withoutFrame(body: string[]): string {
	return body.slice(body[0] === "" ? 1 : 0, body.length > 1 && body.at(-1) === "" ? -1 : undefined).join("\n");
}
