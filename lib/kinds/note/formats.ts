/** How people know the formats of a note. */
export const formats = [{ format: "md", name: "Markdown" }];
