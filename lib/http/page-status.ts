// The page renders in Next's bundle, the head is written in the server's: what one says to the other hangs where both see it.
const slot = Symbol.for("passalong.page-status");
const held = globalThis as { [slot]?: Map<string, number | undefined> };
const statuses = () => {
	held[slot] ??= new Map();
	return held[slot];
};

/** To be called before the page renders; what it says is known until `forgetPageStatus`. */
export function awaitPageStatus(nonce: string): void {
	statuses().set(nonce, undefined);
}

/**
 * Gives the page that is being rendered under this nonce a status of its own. Next's `notFound()` would do so too, but sends
 * an empty page that only a script fills (docs/decisions/0008). To be called before the page's first byte.
 */
export function setPageStatus(nonce: string | null, status: number): void {
	// A page whose visitor left before it was ready is awaited no more.
	if (nonce && statuses().has(nonce)) statuses().set(nonce, status);
}

/** The status that the page under this nonce asked for. */
export function pageStatus(nonce: string): number | undefined {
	return statuses().get(nonce);
}

/** To be called when the page has been sent, or nobody waits for it any more. */
export function forgetPageStatus(nonce: string): void {
	statuses().delete(nonce);
}
