// The page renders in Next's bundle, the head is written in the server's: what one says to the other hangs where both see it.
const slot = Symbol.for("passalong.page-status");
type Asked = { status?: number; isIndexed?: boolean };
const held = globalThis as { [slot]?: Map<string, Asked> };
const statuses = () => {
	held[slot] ??= new Map();
	return held[slot];
};

/** To be called before the page renders; what it says is known until `forgetPageStatus`. */
export function awaitPageStatus(nonce: string): void {
	statuses().set(nonce, {});
}

/**
 * Gives the page that is being rendered under this nonce a status of its own. Next's `notFound()` would do so too, but sends
 * an empty page that only a script fills (docs/decisions/0008). To be called before the page's first byte.
 */
export function setPageStatus(nonce: string | null, status: number): void {
	ask(nonce, { status });
}

/** Lets search engines find the page that is being rendered under this nonce. To be called before the page's first byte. */
export function setPageIndexed(nonce: string | null): void {
	ask(nonce, { isIndexed: true });
}

function ask(nonce: string | null, what: Asked): void {
	// A page whose visitor left before it was ready is awaited no more.
	const asked = statuses().get(nonce ?? "");
	if (asked) Object.assign(asked, what);
}

/** What the page under this nonce asked for. */
export function pageStatus(nonce: string): Asked {
	return statuses().get(nonce) ?? {};
}

/** To be called when the page has been sent, or nobody waits for it any more. */
export function forgetPageStatus(nonce: string): void {
	statuses().delete(nonce);
}
