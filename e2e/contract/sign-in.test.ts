import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byCookie, cookiesOf, sessionCookie, signInByForm } from "../support/credentials";
import { rows } from "../support/database";
import { lanes } from "../support/lanes";
import { date, nativeError } from "./shapes";

const wrongCredentials = nativeError("invalid_credentials", "E-mail address or password is wrong");
const signedOut = nativeError("unauthorized", "Authentication required");
type Token = { token: string; tokenType: string; expiresAt: string };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe.each(lanes)("signing in on $name", (lane) => {
	const { url } = lane;
	let account: Account;
	beforeAll(async () => {
		account = await Account.signUp(url);
	});
	const client = new Client(url);
	const token = (email: unknown, password: unknown) => client.elsewhere().post<Token>("/api/auth/token", { email, password });

	test("for a token gives one of thirty days, of which only a hash is kept", async () => {
		const { status, body } = await token(account.user.email, account.password);
		expect([status, body]).toEqual([
			200,
			{ token: expect.stringMatching(/^pal_[\w-]{43}$/) as unknown, tokenType: "Bearer", expiresAt: date },
		]);
		const days = (Date.parse(body.expiresAt) - Date.now()) / (24 * 60 * 60 * 1000);
		expect(days).toBeCloseTo(30, 1);
		expect((await client.get("/api/me", bearer(body.token))).status).toBe(200);
		const kept = JSON.stringify(await rows(lane, "SELECT * FROM Token"));
		expect(kept).not.toContain(body.token);
		const again = await token(account.user.email.toUpperCase(), account.password);
		expect(again.status).toBe(200);
		expect(again.body.token).not.toBe(body.token);
	});

	test("says the same to a wrong password and to an unknown address", async () => {
		for (const [email, password] of [
			[account.user.email, "wrong password"],
			[account.user.email, ` ${account.password}`],
			["nobody@example.test", account.password],
			["not an address", "wrong"],
			["a\u0000b@example.test", "\u0000"],
			["\ud800@example.test", "\udfff"],
			["' OR 1=1 --", "' OR 1=1 --"],
		]) {
			const { status, body } = await token(email, password);
			expect([status, body]).toEqual([401, wrongCredentials]);
		}
	});

	test.each(["email", "password"])("is 400 when %s is missing, too long or of another type", async (field) => {
		const whole = { email: account.user.email, password: account.password };
		for (const value of [undefined, "", "x".repeat(255), 7, true, null, [], {}]) {
			const { status, body } = await client.elsewhere().post("/api/auth/token", { ...whole, [field]: value });
			expect([status, body], JSON.stringify(value)).toEqual([
				400,
				nativeError("bad_input", expect.stringContaining(`${field}: `), { fields: { [field]: expect.any(String) as unknown } }),
			]);
		}
	});

	test("an unknown address takes as long as a wrong password", async () => {
		const time = async (email: string) => {
			const start = performance.now();
			await token(email, "wrong password");
			return performance.now() - start;
		};
		const [known, unknown]: [number[], number[]] = [[], []];
		for (let attempt = 0; attempt < 8; attempt++) {
			known.push(await time(account.user.email));
			unknown.push(await time("nobody@example.test"));
		}
		// The shortest of each: what else the machine does makes some of them longer, and none shorter.
		expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
	});

	test("by the form sets an HttpOnly cookie that serves every call", async () => {
		const answer = await signInByForm(url, { email: account.user.email, password: account.password });
		expect([answer.status, new URL(answer.body.url).origin]).toEqual([200, url]);
		const set = answer.headers["set-cookie"]?.find((cookie) => cookie.startsWith("passalong.session="));
		expect(set).toMatch(/; HttpOnly(;|$)/i);
		expect(set).toMatch(/; SameSite=lax(;|$)/i);
		expect(set).toMatch(/; Path=\/(;|$)/i);
		const me = await client.get("/api/me", { cookie: cookiesOf(answer) });
		expect(me.body).toEqual({ user: account.user });
	});

	test("by the form with a wrong password, or without the form's own token, sets none", async () => {
		const wrong = await signInByForm(url, { email: account.user.email, password: "wrong password" }, client.elsewhere().headers);
		expect(cookiesOf(wrong)).not.toContain("passalong.session");
		expect(wrong.status).toBe(401);
		expect(wrong.body.url).toContain("error=CredentialsSignin");
		const form = new URLSearchParams({ email: account.user.email, password: account.password, json: "true", csrfToken: "forged" });
		const forged = await client.ask("POST", "/api/auth/callback/credentials", {
			headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
			body: form.toString(),
		});
		expect(cookiesOf(forged)).not.toContain("passalong.session");
	});

	test("next-auth's session tells a name and no address", async () => {
		const { body } = await (await byCookie(account)).get("/api/auth/session");
		expect(body).toEqual({ expires: date, user: { name: account.user.username } });
		expect((await client.get("/api/auth/session")).body).toEqual({});
	});

	test("signing out takes the cookie away", async () => {
		const cookie = await sessionCookie(account);
		const csrf = await client.get<{ csrfToken: string }>("/api/auth/csrf");
		const form = new URLSearchParams({ csrfToken: csrf.body.csrfToken, json: "true", callbackUrl: url });
		const answer = await client.ask("POST", "/api/auth/signout", {
			headers: { cookie: `${cookie}; ${cookiesOf(csrf)}`, "content-type": "application/x-www-form-urlencoded", origin: url },
			body: form.toString(),
		});
		expect(answer.status).toBe(200);
		const cleared = answer.headers["set-cookie"]?.find((each) => each.startsWith("passalong.session="));
		expect(cleared).toMatch(/^passalong\.session=;/);
		expect(cleared).toMatch(/(Max-Age=0|Expires=Thu, 01 Jan 1970)/i);
	});

	test("a session's token is no bearer token, and a bearer token no session", async () => {
		const cookie = await sessionCookie(account);
		const [, jwt = ""] = cookie.split("=", 2);
		for (const headers of [bearer(jwt), bearer(cookie), { cookie: `passalong.session=${account.token}` }]) {
			const { status, body } = await client.get("/api/me", headers);
			expect([status, body]).toEqual([401, signedOut]);
		}
	});

	test("a token or cookie that was altered, or is none, is 401", async () => {
		const cookie = await sessionCookie(account);
		const last = account.token.at(-1) === "A" ? "B" : "A";
		const wrong: Record<string, string>[] = [
			bearer(account.token.slice(0, -1) + last),
			bearer(account.token.slice(0, -1)),
			bearer(`${account.token}A`),
			bearer(account.token.toUpperCase()),
			bearer("pal_"),
			{ authorization: account.token },
			{ authorization: `Basic ${Buffer.from(`${account.user.email}:${account.password}`).toString("base64")}` },
			{ cookie: `${cookie.slice(0, -2)}xx` },
			{ cookie: cookie.replace("passalong.session", "next-auth.session-token") },
			{ cookie: "passalong.session=" },
			{ cookie: "passalong.session=%00%zz" },
			{ cookie: `passalong.session=${"x".repeat(5_000)}` },
		];
		for (const headers of wrong) {
			const { status, body } = await client.get("/api/me", headers);
			expect([status, body], JSON.stringify(headers).slice(0, 80)).toEqual([401, signedOut]);
		}
	});

	test("a Bearer token decides where a cookie comes along", async () => {
		const cookie = await sessionCookie(account);
		const other = await Account.signUp(url);
		const both = await client.get("/api/me", { cookie, ...bearer(other.token) });
		expect(both.body).toEqual({ user: other.user });
		for (const nonsense of ["pal_nonsense", "nonsense"]) {
			const bad = await client.get("/api/me", { cookie, ...bearer(nonsense) });
			expect(bad.status, "a token that does not hold falls back on nothing").toBe(401);
		}
	});
});
