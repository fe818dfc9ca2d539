/** An item of a list. Text is as somebody typed it. */
export type Item = { id: string; text: string; completed: boolean };

export const longestText = 1_000;
export const mostItems = 5_000;

/** An id that no other item of a list has. Pages without HTTPS have no `randomUUID`. */
export function newItemId(): string {
	return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const isBlank = ({ text }: Item) => text.trim() === "";

/** What an item is called where there is little room. */
export function nameOf({ text }: Item): string {
	const line = text.slice(0, 200).replace(/\s+/g, " ").trim();
	return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line || "empty item";
}
