import { z } from "zod";
import { defineKind } from "@/lib/shares/kind";
import { asTyped, line, tidy } from "@/lib/text";

/** Characters of one note. */
export const longestNote = 200_000;

const content = z.object({
	/** Markdown. */
	content: asTyped({ max: longestNote }).default(""),
	category: line({ max: 60 }).default(""),
	color_value: z
		.string()
		.regex(/^#[0-9a-f]{6}$/i, "A colour like #008053")
		.default("#897311"),
});

/** The first words of a note that are no marks of Markdown. */
function begin(markdown: string): string {
	const first = markdown
		.slice(0, 2_000)
		.split(/[\r\n]+/)
		.map((text) => text.replace(/^[\s#>*+-]+|!?\[([^\]]*)\]\([^)]*\)|[*_`~]+/g, "$1").trim())
		.find((text) => /[\p{L}\p{N}]/u.test(text));
	return tidy(first, 140);
}

const words = (markdown: string) => markdown.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

export const note = defineKind({
	name: "note",
	content,
	published: content.pick({ content: true, category: true, color_value: true }),
	code: "uuid",
	page: (code) => `/shared/note/${code}`,
	policy: { playLimit: null },
	blank: "Untitled note",
	describe: ({ content }) => begin(content.content),
	tell: ({ content }) => {
		const count = words(content.content);
		const line = begin(content.content);
		return { label: `Note · ${count} ${count === 1 ? "word" : "words"}`, line, description: line || "An empty note." };
	},
	openGraph: "article",
	accent: [0.56, 0.11, 95],
	note: ({ content }) => begin(content),
});
