import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { credentialsBody } from "@/lib/accounts/credentials";
import { signIn } from "@/lib/accounts/sign-in";
import type { Platform } from "@/lib/platform";
import { isRefused } from "@/lib/refused";
import { addressHeader } from "./client-address";
import { sessionCookie } from "./session-cookie";

const signedIn = z.object({ id: z.string(), sessionEpoch: z.number() });

/**
 * next-auth's options: sign-in by e-mail address and password into a signed cookie that says who and under which epoch,
 * nothing more. `onBadCallback` hears of a callback address that is none. Made on first call; never imported by `server.ts`, whose bundle it does not survive.
 */
export function authOptions(world: Platform, onBadCallback: () => void): AuthOptions {
	const { name, secure } = sessionCookie(world.origin);
	return {
		secret: world.secrets.session,
		session: { strategy: "jwt" },
		logger: {
			error(code) {
				if (code === "INVALID_CALLBACK_URL_ERROR") onBadCallback();
				// A cookie that does not hold is a visitor without one, and no news; its own words would carry a stack each.
				else if (code !== "JWT_SESSION_ERROR") console.error(`next-auth: ${code}`);
			},
			warn() {},
			debug() {},
		},
		pages: { signIn: "/signin", error: "/signin" },
		useSecureCookies: secure,
		cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
		providers: [
			Credentials({
				credentials: { email: {}, password: {} },
				async authorize(credentials, request) {
					const body = credentialsBody.safeParse(credentials);
					if (!body.success) return null;
					try {
						const { id, sessionEpoch } = await signIn(world, body.data, String(request.headers?.[addressHeader] ?? "unknown"));
						return { id, sessionEpoch };
					} catch (error) {
						// next-auth tells the page no more than this word: `CredentialsSignin` for null, else the message.
						if (isRefused(error) && error.code === "invalid_credentials") return null;
						throw new Error(isRefused(error) ? error.code : "failed");
					}
				},
			}),
		],
		callbacks: {
			/** Where it sends people: within our own site, whatever somebody wrote into a link. */
			redirect({ url, baseUrl }) {
				const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
				return target?.origin === baseUrl ? target.href : baseUrl;
			},
			jwt({ token, user }) {
				const fresh = signedIn.safeParse(user);
				if (!fresh.success) return { sub: token.sub, sessionEpoch: token.sessionEpoch, signedInAt: token.signedInAt };
				return { sub: fresh.data.id, sessionEpoch: fresh.data.sessionEpoch, signedInAt: world.clock.now().getTime() };
			},
			async session({ session, token }) {
				const user = token.sub ? await world.users.byId(token.sub) : null;
				const holds = user !== null && user.sessionEpoch === token.sessionEpoch;
				return { expires: session.expires, user: holds ? { name: user.name ?? user.username } : undefined };
			},
		},
	};
}
