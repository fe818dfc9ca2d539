import type { AuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { z } from "zod";
import type { ProviderPerson } from "@/lib/accounts/enter-by-provider";
import type { Env, ProviderClient } from "@/lib/env";

type Provider = AuthOptions["providers"][number];

/** What a provider may take to answer, in ms. */
const patience = 10_000;

/** Sign-in through whom the settings name. */
export function oauthProviders({ github, google }: Pick<Env, "github" | "google">): Provider[] {
	return [...(github ? [gitHub(github)] : []), ...(google ? [Google(googleOptions(google))] : [])];
}

function googleOptions({ id, secret, url }: ProviderClient) {
	return {
		clientId: id,
		clientSecret: secret,
		wellKnown: `${url}/.well-known/openid-configuration`,
		issuer: url,
		httpOptions: { timeout: patience },
	};
}

/** GitHub, or a GitHub Enterprise server, whose API stands under its own address. */
function gitHub({ id, secret, url }: ProviderClient): Provider {
	const api = url === "https://github.com" ? "https://api.github.com" : `${url}/api/v3`;
	return GitHub({
		clientId: id,
		clientSecret: secret,
		issuer: `${url}/login/oauth`,
		authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
		token: `${url}/login/oauth/access_token`,
		httpOptions: { timeout: patience },
		userinfo: {
			url: `${api}/user`,
			// The address in a profile is one that somebody chose to show; which ones are confirmed stands in a list of its own.
			async request({ client, tokens }) {
				const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${tokens.access_token}` };
				const [profile, emails] = await Promise.all([
					client.userinfo(tokens.access_token ?? ""),
					fetch(`${api}/user/emails`, { headers, signal: AbortSignal.timeout(patience) }),
				]);
				const whole = { ...profile, emails: emails.ok ? await emails.json() : [] };
				// What throws here ends with a word on the sign-in page; what throws later ends there without one.
				gitHubProfile.parse(whole);
				return whole;
			},
		},
	});
}

const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const gitHubProfile = z.object({
	id: z.number(),
	login: z.string(),
	name: z.string().nullish(),
	emails: gitHubEmails,
});
const googleProfile = z.object({
	sub: z.string().min(1).max(255),
	name: z.string().nullish(),
	email: z.string().nullish(),
	email_verified: z.boolean().optional(),
});

/** Who somebody is in a provider's words, in ours. Throws when it says something else than it documents. */
export function personOf(provider: string, profile: unknown): ProviderPerson {
	if (provider === "github") {
		const { id, login, name, emails } = gitHubProfile.parse(profile);
		const primary = emails.find(({ primary }) => primary) ?? null;
		return {
			provider,
			providerId: String(id),
			login,
			name: name ?? null,
			email: primary?.email ?? null,
			isVerified: primary?.verified ?? false,
		};
	}
	const { sub, name, email, email_verified } = googleProfile.parse(profile);
	const login = email?.split("@", 1)[0] ?? "";
	return { provider, providerId: sub, login, name: name ?? null, email: email ?? null, isVerified: email_verified === true };
}
