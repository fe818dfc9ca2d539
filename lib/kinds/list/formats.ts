/** How people know the formats of a list. */
export const formats = [
	{ format: "md", name: "Markdown" },
	{ format: "txt", name: "todo.txt" },
	{ format: "csv", name: "CSV" },
];
