import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { credentialsBody } from "@/lib/accounts/credentials";
import { enterByProvider } from "@/lib/accounts/enter-by-provider";
import type { Led } from "@/lib/accounts/referral";
import { signIn } from "@/lib/accounts/sign-in";
import type { Platform } from "@/lib/platform";
import { isRefused, isUnavailable } from "@/lib/refused";
import { addressHeader } from "./client-address";
import { oauthProviders, personOf } from "./oauth-providers";
import { sessionCookie } from "./session-cookie";

const signedIn = z.object({ id: z.string(), sessionEpoch: z.number() });

type Request = {
	/** How this browser came, should it be a newcomer's. */
	led: Led;
	/** Hears of a callback address that is none. */
	onBadCallback(): void;
	/** Hears that an account was made. */
	onNewAccount(): void;
	/** Hears that the database was away: next-auth would take the cookie away then, or say that the password is wrong. */
	onAway(): void;
};

/** In ms: somebody who comes back from a provider waits for that as well; undefined for what everybody waits. */
export const authPatience = (request: globalThis.Request) => (/\/callback\/g/.test(request.url) ? 15_000 : undefined);

/**
 * next-auth's options for one request: sign-in by e-mail address and password, or through a provider, into a signed cookie that says who, under
 * which epoch and since when, nothing more. Never imported by `server.ts`, whose bundle it does not survive.
 */
export function authOptions(world: Platform, { led, onBadCallback, onNewAccount, onAway }: Request): AuthOptions {
	const { name, secure } = sessionCookie(world.origin);
	const noteAway = (error: unknown) => isUnavailable(error) && onAway();
	const noted = (error: unknown): never => {
		noteAway(error);
		throw error;
	};
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
						noteAway(error);
						// next-auth tells the page no more than this word: `CredentialsSignin` for null, else the message.
						if (isRefused(error) && error.code === "invalid_credentials") return null;
						throw new Error(isRefused(error) ? error.code : "failed");
					}
				},
			}),
			...oauthProviders(world.env),
		],
		callbacks: {
			/** What a provider says of somebody becomes one of our accounts, or a word for the sign-in page. */
			async signIn({ user, account, profile }) {
				if (account?.type !== "oauth") return true;
				try {
					const entered = await enterByProvider(world, personOf(account.provider, profile), led);
					if (entered.isNew) onNewAccount();
					// The very object that `jwt` is given.
					Object.assign(user, { id: entered.user.id, sessionEpoch: entered.user.sessionEpoch });
					return true;
				} catch (error) {
					noteAway(error);
					if (!isRefused(error)) console.error(`Signing in through ${account.provider} failed:`, error);
					// By way of its own sign-in call, which knows where this person meant to go.
					return `/api/auth/signin?error=${isRefused(error) ? error.code : "failed"}`;
				}
			},
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
				const user = token.sub ? await world.users.byId(token.sub).catch(noted) : null;
				const holds = user !== null && user.sessionEpoch === token.sessionEpoch;
				return { expires: session.expires, user: holds ? { name: user.name ?? user.username } : undefined };
			},
		},
	};
}
