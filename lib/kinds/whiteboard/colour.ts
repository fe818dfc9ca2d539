const colourForms = [
	/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i,
	/^[a-z]{3,30}$/i,
	/^(?:rgb|hsl)a?\([\d\s.,%/+-]{1,60}\)$/i,
	/^(?:oklch|oklab|lab|lch)\([\d\s.%/+-]{1,60}\)$/i,
];

/** A colour that is safe to write, or null: one that says nothing but a colour. */
export function colour(typed: string): string | null {
	const text = typed.trim();
	return colourForms.some((form) => form.test(text)) ? text : null;
}

/** Whether a colour is to be seen at all. */
export function isVisible(typed: string): boolean {
	const text = colour(typed);
	return text !== null && text !== "transparent" && !/^#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)$/i.test(text);
}
