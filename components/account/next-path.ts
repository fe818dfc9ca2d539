const home = "/dashboard";

/** Where to go after signing in: a path of this site, whatever the address said; the library otherwise. */
export function nextPath(wanted: string | string[] | null | undefined): string {
	if (typeof wanted !== "string" || !wanted.startsWith("/")) return home;
	// Browsers read "//host" and "/\host" as another site, and drop tabs and line breaks before they look.
	if (/^\/[/\\]/.test(wanted) || /[\p{Cc}]/u.test(wanted)) return home;
	return wanted;
}

/** The address of the sign-in or sign-up page that leads back to `next`. */
export function authPath(page: "/signin" | "/signup", next: string | undefined): string {
	return next && next !== home ? `${page}?next=${encodeURIComponent(next)}` : page;
}

/** Where to go after signing in, as our own pages say it (`next`) or as next-auth does (`callbackUrl`, whose host means nothing). */
export function wayBack({ next, callbackUrl }: { next?: string | string[]; callbackUrl?: string | string[] }): string {
	if (next !== undefined || typeof callbackUrl !== "string" || !URL.canParse(callbackUrl)) return nextPath(next);
	const { pathname, search } = new URL(callbackUrl);
	return pathname === "/" ? home : nextPath(pathname + search);
}
