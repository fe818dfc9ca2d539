export const fixture = {
	title: "Packing for the lake",
	description: "",
	content: {
		category: "Travel",
		items: [
			{ id: "a", text: "Towels", completed: true },
			{ id: "b", text: "Sun cream", completed: false },
		],
	},
};
