/** Name and flags of next-auth's session cookie under this origin; sign-in writes it and `actor.ts` reads it. */
export function sessionCookie(origin: string): { name: string; secure: boolean } {
	const secure = origin.startsWith("https://");
	return { name: secure ? "__Secure-passalong.session" : "passalong.session", secure };
}
