import { defineExporters } from "../../format";
import { writeFrontMatter } from "./front-matter";

type Content = { content: string; category: string; color_value: string };

/** Formats that a note goes out as. Its title, which a file's name cannot always hold, stands in a block above it. */
export const exporters = defineExporters<Content>({
	md: ({ title, content: { content, category, color_value } }) => ({
		body: `${writeFrontMatter({ title, ...(category ? { category } : {}), color_value })}${content}`,
		type: "text/markdown; charset=utf-8",
		ending: ".md",
	}),
});
