/** A list to look around in. */
export const fixture = {
	title: "Garden shopping",
	description: "",
	content: {
		category: "Home",
		color_value: "#008053",
		items: [
			{ id: "seedlings", text: "Tomato seedlings, six", completed: true },
			{ id: "twine", text: "Twine", completed: true },
			{ id: "canes", text: "Bamboo canes, 180 cm", completed: true },
			{ id: "compost", text: "Compost, two bags", completed: false },
			{ id: "can", text: "A watering can that does not drip", completed: false },
			{ id: "lavender", text: "Lavender, if they have the dark one", completed: false },
			{ id: "slugs", text: "Slug tape", completed: false },
		],
	},
};
