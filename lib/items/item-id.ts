/** The item's number in a path or body, or null for what cannot be one: such an id is as absent as an unknown one. */
export function itemId(id: unknown): number | null {
	const text = typeof id === "number" ? String(id) : id;
	if (typeof text !== "string" || !/^[1-9]\d{0,9}$/.test(text)) return null;
	const number = Number(text);
	return number <= 0x7fff_ffff ? number : null;
}
