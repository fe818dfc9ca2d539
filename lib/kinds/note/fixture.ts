export const fixture = { title: "Bread", description: "", content: { content: "# Bread\n\nFlour, water, salt." } };
