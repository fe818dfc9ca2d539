import { defineExporters } from "../../format";
import type { WrittenChat } from "./write-chat";
import { writeJson, writeMarkdown } from "./write-chat";

type Content = Pick<WrittenChat, "model" | "messages">;

/** A chat's formats. */
export const exporters = defineExporters<Content>({
	md: ({ title, content }) => ({ body: writeMarkdown({ ...content, title }), type: "text/markdown; charset=utf-8", ending: ".md" }),
	json: ({ title, content }) => ({ body: writeJson({ ...content, title }), type: "application/json", ending: ".json" }),
});
