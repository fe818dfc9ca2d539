/** How people know the formats of a whiteboard. */
export const formats = [
	{ format: "excalidraw", name: "Excalidraw" },
	{ format: "svg", name: "SVG" },
];
