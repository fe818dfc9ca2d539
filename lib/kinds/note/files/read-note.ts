import { badField } from "@/lib/refused";
import { decodeText, showable, tidy } from "@/lib/text";
import { longestNote } from "../kind";
import { readFrontMatter } from "./front-matter";

/** What a block of our own may name; one that names more is its writer's and stays in the note. */
const ours = ["title", "category", "color_value"];

export type ReadNote = {
	title: string;
	content: { content: string; category?: string; color_value?: string };
	skipped: { title: string; reason: string }[];
};

/** Reads a note's file: Markdown, its title and category in a block above it where it has one. Throws `bad_input` on `file` and `format`. */
export function readNote(bytes: Uint8Array, { fileName, format = "md" }: { fileName: string; format?: string | undefined }): ReadNote {
	if (format !== "md") throw badField("format", "One of md");
	const whole = decodeText(bytes);
	if (whole === null) throw badField("file", "This file is not text");
	const matter = readFrontMatter(whole);
	const isOurs = matter !== null && Object.keys(matter.fields).every((name) => ours.includes(name));
	const text = isOurs ? matter.rest : whole;
	const content = showable(text);
	if (content.length > longestNote) throw badField("file", `The note is longer than ${longestNote.toLocaleString("en")} characters`);
	const { title, category, color_value } = matter?.fields ?? {};
	const lost = text.length - content.length;
	return {
		title: tidy(title, 200) || (fileName === "" ? tidy(/^#{1,6}[ \t]+(.{1,400})/m.exec(text)?.[1], 200) : ""),
		content: {
			content,
			...(category ? { category: tidy(category, 60) } : {}),
			...(color_value && /^#[0-9a-f]{6}$/i.test(color_value) ? { color_value } : {}),
		},
		skipped:
			lost > 0
				? [{ title: `${lost.toLocaleString("en")} ${lost === 1 ? "character" : "characters"}`, reason: "They cannot be shown" }]
				: [],
	};
}
