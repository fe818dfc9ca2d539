import { defineExporters } from "../../format";
import { writeCheckboxes } from "./checkboxes";
import { writeCsv } from "./csv";
import type { Entry } from "./list-file";
import { writeTodoTxt } from "./todo-txt";

/** Formats that a list goes out as. */
export const exporters = defineExporters<{ items: Entry[] }>({
	md: ({ title, content: { items } }) => ({
		body: writeCheckboxes({ title, entries: items }),
		type: "text/markdown; charset=utf-8",
		ending: ".md",
	}),
	txt: ({ content: { items } }) => ({ body: writeTodoTxt(items), type: "text/plain; charset=utf-8", ending: ".txt" }),
	csv: ({ content: { items } }) => ({ body: writeCsv(items), type: "text/csv; charset=utf-8", ending: ".csv" }),
});
