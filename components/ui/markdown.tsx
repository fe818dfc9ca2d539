import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { highlightCode } from "./markdown-code";
import { markdownTree } from "./markdown-tree";

type Props = {
	text: string;
	/** The level of the highest heading in the text; the page's own h1 stands above it. */
	level?: 2 | 3 | 4;
	/** Makes the ids of footnotes unique where a page shows more than one text. */
	id?: string;
	/** Shows the line breaks of the text as they were typed, as people expect of a message. */
	breaks?: boolean;
};

/**
 * A Markdown text (CommonMark and GFM), with HTML shown as it was typed. Renders on the server without a script for the visitor; in the browser it is
 * loaded on demand, with `lazy()`, where a text is previewed.
 */
export function Markdown({ text, level = 2, id = "md", breaks = false }: Props) {
	const tree = markdownTree(text, { level, id });
	if (!tree) return <div className="md-plain">{text}</div>;
	highlightCode(tree);
	return <div className={breaks ? "md md-breaks" : "md"}>{toJsxRuntime(tree, { Fragment, jsx, jsxs })}</div>;
}
