import { writeCheckboxes } from "./checkboxes";
import { writeCsv } from "./csv";
import type { Entry } from "./list-file";
import { writeTodoTxt } from "./todo-txt";

type Exported = { title: string; content: { items: readonly Entry[] } };

/** Formats that a list goes out as. */
export const exporters = {
	txt: async ({ content }: Exported) => ({ body: writeTodoTxt(content.items), type: "text/plain; charset=utf-8", ending: "txt" }),
	md: async ({ title, content }: Exported) => ({
		body: writeCheckboxes({ title, entries: content.items }),
		type: "text/markdown; charset=utf-8",
		ending: "md",
	}),
	csv: async ({ content }: Exported) => ({ body: writeCsv(content.items), type: "text/csv; charset=utf-8", ending: "csv" }),
};
