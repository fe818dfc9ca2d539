/** The text without apostrophes, whichever of them a keyboard has: `Dont Look Now`. */
export function withoutApostrophes(text: string): string {
	return text.replace(/['’‘]/g, "");
}
