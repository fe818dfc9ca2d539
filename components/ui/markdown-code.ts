import type { Element, Root } from "hast";
import rehypeHighlight from "rehype-highlight";
import { unified } from "unified";

/** Longer code is shown in one colour: colouring takes longer than reading it. */
const longestCode = 20_000;

const processor = unified().use(rehypeHighlight).freeze();

/** Colours the code blocks of a tree that name a language we know. */
export function highlightCode(tree: Root): void {
	leaveLongCode(tree);
	// It changes the tree it is given.
	processor.runSync(tree);
}

function leaveLongCode(parent: Root | Element): void {
	for (const node of parent.children) {
		if (node.type !== "element") continue;
		if (node.tagName === "code" && parent.type === "element" && parent.tagName === "pre") {
			const length = node.children.reduce((sum, child) => sum + (child.type === "text" ? child.value.length : 0), 0);
			if (length > longestCode) node.properties.className = ["no-highlight"];
		} else leaveLongCode(node);
	}
}
