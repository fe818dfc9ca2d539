const open = "\u2068";
const close = "\u2069";

/** Marks that would close our isolate early, or keep it open: balanced or not, none of them is seen. */
const isolates = /[\u2066-\u2069]/g;

/**
 * Somebody's words for the middle of a sentence of ours: whatever direction they take, or force, ends where they end. For text that
 * is one string (a toast, a dialog's question, a page's title); an element has `<bdi>` for that.
 */
export function isolated(words: string): string {
	return `${open}${words.replace(isolates, "")}${close}`;
}

/** A title or a name in the middle of a sentence of ours: “Northbound”, and `isolated`. */
export function quoted(title: string): string {
	return `“${isolated(title)}”`;
}
