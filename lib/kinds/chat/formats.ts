/** How people know the formats of a chat. */
export const formats = [
	{ format: "md", name: "Markdown" },
	{ format: "json", name: "JSON" },
];
