import type { Element, ElementContent, Root, RootContent } from "hast";
import { deepestTree } from "./markdown-bounds";

/** Where a text stands in its page: the level of its highest heading, and a prefix for its ids. */
export type MarkdownPlace = { level: number; id: string };

type Parent = Root | Element;
type Walk = MarkdownPlace & { last: number; inLink: boolean };

/**
 * Makes of clean elements what stands in our pages: links that tell nobody where they were followed, pictures as links (a page loads nothing from
 * elsewhere), headings below the page's own, tables that scroll. False when the tree is too deep to be shown.
 */
export function finishMarkdown(tree: Root, place: MarkdownPlace): boolean {
	if (deeperThan(tree, deepestTree)) return false;
	finishChildren(tree, { ...place, last: place.level - 1, inLink: false });
	return true;
}

function deeperThan(tree: Root, depth: number): boolean {
	let level: (Root | RootContent)[] = [tree];
	for (let at = 0; level.length > 0; at++) {
		if (at > depth) return true;
		level = level.flatMap((node) => ("children" in node ? node.children : []));
	}
	return false;
}

function finishChildren(parent: Parent, walk: Walk): void {
	const children: ElementContent[] = [];
	let afterBreak = false;
	for (const child of parent.children) {
		if (child.type === "text") {
			// A page may show a text's own line breaks (`breaks`): what follows a written one must not break twice.
			const value = afterBreak ? child.value.replace(/^\n/, "") : child.value;
			if (value !== "") children.push({ ...child, value });
			afterBreak = false;
		}
		if (child.type !== "element") continue;
		afterBreak = child.tagName === "br";
		children.push(...finishElement(child, walk));
	}
	parent.children = children;
}

function finishElement(node: Element, walk: Walk): ElementContent[] {
	if (typeof node.properties.id === "string") node.properties.id = `${walk.id}-${node.properties.id}`;
	if (node.properties.ariaDescribedBy) node.properties.ariaDescribedBy = [`${walk.id}-footnote-label`];
	if (node.tagName === "a") return finishLink(node, walk);
	if (node.tagName === "img") return finishImage(node, walk);
	if (node.tagName === "input") return [checkbox(node)];
	const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
	if (depth) {
		// No level is left out: a reader by headings would look for it.
		walk.last = Math.min(Number(depth) - 1 + walk.level, walk.last + 1, 6);
		node.tagName = `h${walk.last}`;
		node.properties.dataDepth = depth;
	}
	finishChildren(node, walk);
	if (node.tagName === "pre") node.properties.tabIndex = 0;
	if (node.tagName !== "table") return [node];
	const scroller = { className: ["md-table"], tabIndex: 0, role: "group", ariaLabel: "Table" };
	return [{ type: "element", tagName: "div", properties: scroller, children: [node] }];
}

function finishLink(node: Element, walk: Walk): ElementContent[] {
	if (walk.inLink) {
		finishChildren(node, walk);
		return node.children;
	}
	walk.inLink = true;
	finishChildren(node, walk);
	walk.inLink = false;
	const href = String(node.properties.href ?? "");
	const note = href.startsWith("#") && ("dataFootnoteRef" in node.properties || "dataFootnoteBackref" in node.properties);
	if (note) {
		node.properties.href = `#${walk.id}-${href.slice(1)}`;
		return [node];
	}
	// A path would lead into our own pages, where the writer has no business.
	if (!isAddress(href)) return node.children;
	node.properties = { href, rel: ["noreferrer", "nofollow", "noopener"], target: "_blank" };
	return [node];
}

function finishImage(node: Element, walk: Walk): ElementContent[] {
	const src = String(node.properties.src ?? "");
	const alt = String(node.properties.alt ?? "").trim();
	const text: ElementContent = { type: "text", value: alt || (walk.inLink ? "picture" : src) };
	if (walk.inLink || !isAddress(src) || src.startsWith("mailto:")) return text.value ? [text] : [];
	const properties = { href: src, rel: ["noreferrer", "nofollow", "noopener"], target: "_blank", className: ["md-picture"] };
	return [{ type: "element", tagName: "a", properties, children: [text] }];
}

function isAddress(href: string): boolean {
	return URL.canParse(href) && ["http:", "https:", "mailto:"].includes(new URL(href).protocol);
}

/** A picture of a check box: nobody can tick it here, so it is no control. */
function checkbox(node: Element): Element {
	const checked = node.properties.checked === true;
	const properties = { className: ["md-check"], role: "img", ariaLabel: checked ? "Done" : "To do", dataDone: checked ? "" : undefined };
	return { type: "element", tagName: "span", properties, children: [] };
}
