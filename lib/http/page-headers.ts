import { randomBytes } from "node:crypto";

/** A fresh nonce for one page. */
export function newNonce(): string {
	return randomBytes(16).toString("base64");
}

/**
 * The content security policy of a page. Scripts run by nonce and by what those load; styles may be inline, because Radix
 * and the toasts write them. `dev` lets React's development build evaluate and its hot reload connect.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
	return [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"media-src 'self' blob:",
		"font-src 'self'",
		`connect-src 'self'${dev ? " ws:" : ""}`,
		// Songs from YouTube play in its privacy-enhanced player, in a frame of its own and only after a click.
		"frame-src https://www.youtube-nocookie.com",
		"object-src 'none'",
		"base-uri 'self'",
		"form-action 'self'",
		"frame-ancestors 'self'",
	].join("; ");
}

/** Headers of every page beside its policy. Pages behind a link tell no other site that they were visited. */
export function pageHeaders(path: string): Record<string, string> {
	const isShared = /^\/(?:share|shared|room)\//.test(path);
	return {
		"X-Content-Type-Options": "nosniff",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Referrer-Policy": isShared ? "no-referrer" : "same-origin",
		...(isShared ? { "X-Robots-Tag": "noindex, nofollow" } : {}),
	};
}
