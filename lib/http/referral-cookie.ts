import { noteOf, writeNote } from "@/lib/accounts/referral-note";

/** Remembers who handed out the link that led here; `actor.ts` reads it. */
export const referralCookie = "passalong.referral";
const seconds = 30 * 24 * 60 * 60;

/** The cookie that a page sets when its address names a referrer, or null. Files and calls of the API are no pages. */
export function rememberReferral(origin: string, method: string | undefined, url: string): string | null {
	if (method !== "GET" || !/[?&]r(?:ef)?=/.test(url) || /^\/(?:api|_next)\/|^[^?]*\.[a-z0-9]+(?:\?|$)/i.test(url)) return null;
	const note = URL.canParse(url, origin) ? noteOf(new URL(url, origin)) : null;
	return note && cookie(origin, writeNote(note), seconds);
}

/** Header of the answer to a sign-up: the browser forgets. */
export function forgetReferral(origin: string): { "Set-Cookie": string } {
	return { "Set-Cookie": cookie(origin, "", 0) };
}

function cookie(origin: string, value: string, maxAge: number): string {
	const secure = origin.startsWith("https://") ? "; Secure" : "";
	return `${referralCookie}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
