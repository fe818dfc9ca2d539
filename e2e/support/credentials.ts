import { Account } from "./account";
import { Client } from "./client";

type Headers = Record<string, string>;

/** The cookies that an answer sets, as a browser would send them back; a cookie it clears is left out. */
export function cookiesOf(answer: { headers: { "set-cookie"?: string[] } }): string {
	const pairs = (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0] ?? "");
	return pairs.filter((pair) => !pair.endsWith("=")).join("; ");
}

/** Signs in as the sign-in page does, through next-auth; answers what next-auth answered. */
export async function signInByForm(url: string, { email, password }: { email: string; password: string }, headers: Headers = {}) {
	const client = new Client(url, headers);
	const csrf = await client.get<{ csrfToken: string }>("/api/auth/csrf");
	const form = new URLSearchParams({ email, password, csrfToken: csrf.body.csrfToken, json: "true", callbackUrl: url });
	return client.ask<{ url: string }>("POST", "/api/auth/callback/credentials", {
		headers: { cookie: cookiesOf(csrf), "content-type": "application/x-www-form-urlencoded", origin: url },
		body: form.toString(),
	});
}

/** The session cookie of a fresh sign-in, `name=value`. */
export async function sessionCookie({ url, user, password }: Account): Promise<string> {
	const cookie = cookiesOf(await signInByForm(url, { email: user.email, password }))
		.split("; ")
		.find((pair) => pair.startsWith("passalong.session="));
	if (!cookie) throw new Error("signing in set no session cookie");
	return cookie;
}

/** Somebody at the server, signed in as this account by a cookie, with the Origin that a browser adds. */
export async function byCookie(account: Account): Promise<Client> {
	return new Client(account.url, { cookie: await sessionCookie(account), origin: account.url });
}

/** Somebody at the server, signed in as this account by a token. */
export async function byToken({ url, token }: Account): Promise<Client> {
	return new Client(url, { authorization: `Bearer ${token}` });
}

/** The two ways in; what one may, the other may. */
export const waysIn = [
	{ way: "a session cookie", signIn: byCookie },
	{ way: "a Bearer token", signIn: byToken },
];

/** Credentials that do not hold: a token and a cookie of nobody. */
export const nobodys: Headers[] = [{ authorization: "Bearer pal_nonsense" }, { cookie: "passalong.session=nonsense" }];

/** Who may open a link beside its owner, each on an account of their own. */
export const strangers = [
	{ who: "somebody without credentials", enter: async (url: string) => new Client(url) },
	{ who: "somebody signed in by cookie", enter: async (url: string) => byCookie(await Account.signUp(url)) },
	{ who: "somebody with a token", enter: async (url: string) => byToken(await Account.signUp(url)) },
];
