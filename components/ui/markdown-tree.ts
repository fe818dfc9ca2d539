import type { Root } from "hast";
import type { Html, Parents } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { isReadableAsMarkdown } from "./markdown-bounds";
import { finishMarkdown, type MarkdownPlace } from "./markdown-finish";

/** HTML is shown as it was typed; the line break alone is understood, for there is no other way to write one in a table. */
function html(_state: unknown, { value }: Html, parent: Parents | undefined) {
	if (/^<br\s*\/?>$/i.test(value)) return { type: "element" as const, tagName: "br", properties: {}, children: [] };
	const text = { type: "text" as const, value };
	const inline = parent && ["paragraph", "heading", "tableCell", "emphasis", "strong", "delete", "link"].includes(parent.type);
	return inline ? text : { type: "element" as const, tagName: "p", properties: {}, children: [text] };
}

const schema = {
	...defaultSchema,
	// No HTML of the text's gets here, so every id is a footnote's; `finishMarkdown` makes them unique in the page.
	clobber: [],
	protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"], src: ["http", "https"] },
};

const processor = unified()
	.use(remarkParse)
	.use(remarkGfm, { singleTilde: false })
	.use(remarkRehype, { handlers: { html }, clobberPrefix: "" })
	.use(rehypeSanitize, schema)
	.freeze();

/** A Markdown text as a tree of safe elements, or null where it must be shown as it was typed (`isReadableAsMarkdown`). */
export function markdownTree(text: string, place: MarkdownPlace): Root | null {
	if (!isReadableAsMarkdown(text)) return null;
	try {
		const tree = processor.runSync(processor.parse(text));
		return finishMarkdown(tree, place) ? tree : null;
	} catch (error) {
		// The stack of somebody's browser may be smaller than any we know.
		if (error instanceof RangeError) return null;
		throw error;
	}
}
