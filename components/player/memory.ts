/** What this browser keeps under that name, or null; also null where there is no storage (private windows). */
export function recalled(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps it in this browser, where there is storage and room. */
export function remember(key: string, value: unknown): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {}
}
