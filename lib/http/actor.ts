import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { sharedBy } from "@/lib/accounts/credentials";
import type { Led } from "@/lib/accounts/referral";
import { readNote } from "@/lib/accounts/referral-note";
import { userOfToken } from "@/lib/accounts/tokens";
import { type Holds, mintOwner, type Owner, type Visitor } from "@/lib/authority";
import type { Platform } from "@/lib/platform";
import { holding } from "@/lib/shares/proofs";
import { liveLink } from "@/lib/shares/state";
import { proofCookie } from "./proof-cookie";
import { referralCookie } from "./referral-cookie";
import { sessionCookie } from "./session-cookie";

/** Who asks, and by what they proved it. A proof that does not hold counts as none. */
export type Actor = { owner: Owner; via: "cookie" | "bearer" } | { owner: null; via: null };

/** What `next-auth.ts` puts into the session token. */
const claims = z.object({ sub: z.string(), sessionEpoch: z.number(), signedInAt: z.number().optional() });

/** Reads the caller's bearer token or session cookie. The only place that looks at either. */
export async function readActor(world: Platform, headers: Headers): Promise<Actor> {
	const bearer = headers.get("authorization")?.match(/^Bearer +(\S+)$/i)?.[1];
	if (bearer) {
		const user = await userOfToken(world, bearer);
		return user ? { owner: mintOwner(user), via: "bearer" } : nobody;
	}
	const header = headers.get("cookie");
	if (header === null) return nobody;
	const cookies = parseCookies(header);
	const { name, secure } = sessionCookie(world.origin);
	if (!Object.keys(cookies).some((cookie) => cookie.startsWith(name))) return nobody;
	// With real headers it would take a session token as a bearer token; it gets the cookies alone.
	const token = await getToken({
		req: { headers: {}, cookies } as Parameters<typeof getToken>[0]["req"],
		secret: world.secrets.session,
		cookieName: name,
		secureCookie: secure,
	});
	const claim = claims.safeParse(token);
	const user = claim.success ? await world.users.byId(claim.data.sub) : null;
	if (!claim.success || !user || user.sessionEpoch !== claim.data.sessionEpoch) return nobody;
	const { signedInAt } = claim.data;
	return { owner: mintOwner(user, signedInAt === undefined ? null : new Date(signedInAt)), via: "cookie" };
}

const nobody: Actor = { owner: null, via: null };

/**
 * How the caller's browser came, should it be a newcomer's: what it remembers of who handed it a link, the shared page that next-auth
 * is to lead back to, and who is signed in on it.
 */
export function readLed(world: Platform, headers: Headers, owner: Owner | null): Led {
	const cookies = parseCookies(headers.get("cookie"));
	const back = cookies["__Secure-next-auth.callback-url"] ?? cookies["next-auth.callback-url"] ?? "";
	const via = URL.canParse(back) ? sharedBy(new URL(back).pathname) : undefined;
	return {
		note: readNote(cookies[referralCookie]),
		signedInAs: owner?.id ?? null,
		liveLink: (code) => liveLink(world, code),
		...(via ? { via } : {}),
	};
}

/** Whoever opens something, as the gates see them. */
export function visitorOf(world: Platform, headers: Headers, owner: Owner | null, address: string): Visitor {
	return { owner, address, userAgent: headers.get("user-agent") ?? "", holds: readHolds(world, headers) };
}

/** What the caller's browser keeps of links that it unlocked or opened. Cookies are looked at only where a link asks. */
function readHolds({ secrets }: Pick<Platform, "secrets">, headers: Headers): Holds {
	let cookies: Record<string, string> | undefined;
	return holding(secrets.grant, (proof, shareId) => {
		cookies ??= parseCookies(headers.get("cookie"));
		return cookies[proofCookie(proof, shareId)];
	});
}

/**
 * The password that a caller brings along (RFC 7617): all after the first colon, in UTF-8. Null for a caller who brings none. Family 001 asks for no name beside it.
 */
export function readPassword(headers: Headers): string | null {
	const basic = headers.get("authorization")?.match(/^Basic +([\w+/=-]+)$/i)?.[1];
	const [, ...rest] = basic === undefined ? [] : Buffer.from(basic, "base64").toString("utf8").split(":");
	return rest.length === 0 ? null : rest.join(":");
}

/** Cookies by name, the first of each; a value that cannot be decoded stays as it is. */
export function parseCookies(header: string | null): Record<string, string> {
	const cookies: Record<string, string> = Object.create(null);
	for (const pair of (header ?? "").split(";")) {
		const at = pair.indexOf("=");
		const name = pair.slice(0, at).trim();
		if (at < 0 || name in cookies) continue;
		cookies[name] = decoded(pair.slice(at + 1).trim());
	}
	return cookies;
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
