import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { Browser } from "../support/cookie-browser";
import { look } from "../support/database";
import { startServer, type TestServer } from "../support/server";
import { type Person, SignInProvider } from "../support/sign-in-provider";
import { nativeError } from "./shapes";
import { sharePlaylist } from "./visitor";

let count = 0;
function somebody(given: Partial<Person> = {}): Person {
	const id = Date.now() * 100 + count++;
	return { id, login: `Octo-Cat-${id}`, name: "Octo Cat", email: `octo${id}@example.test`, verified: true, ...given };
}
const said = (path: string) => new URL(path, "http://x").searchParams.get("error");

describe("signing in through a provider", () => {
	let provider: SignInProvider;
	let server: TestServer;
	beforeAll(async () => {
		provider = await SignInProvider.start();
		server = await startServer({ env: { ...provider.env, RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" } });
	});
	afterAll(async () => {
		await server.stop();
		await provider.stop();
	});
	afterEach(() => {
		provider.fault = null;
	});
	const browser = () => new Browser(server.url);
	const accounts = () => look<number>(server, "SELECT count(*) FROM User");
	const credits = (id: string) => look<number>(server, "SELECT credits FROM User WHERE id = ?", id);

	describe.each(["github", "google"])("%s", (name) => {
		test("makes an account at first, and finds it again from then on", async () => {
			const person = somebody();
			provider.person = person;
			const first = browser();
			expect(await first.enter(name)).toBe("/dashboard");
			const { status, body } = await first.me();
			expect([status, body.user.email, body.user.name]).toEqual([200, person.email, "Octo Cat"]);
			expect(body.user.username).toMatch(name === "github" ? /^octo_cat_\d+$/ : /^octo\d+$/);

			const again = browser();
			provider.person = { ...person, login: "renamed", name: "Other", email: "moved@example.test" };
			expect(await again.enter(name, "/dashboard/shares")).toBe("/dashboard/shares");
			expect((await again.me()).body.user, "the provider's id is who one is").toEqual(body.user);
			provider.person = { ...person, email: null, verified: false };
			expect(await browser().enter(name), "whatever became of the address there").toBe("/dashboard");
		});

		test("never opens an account that has the same address, and says why", async () => {
			const account = await Account.signUp(server.url);
			provider.person = somebody({ email: account.user.email.toUpperCase() });
			const stranger = browser();
			expect(said(await stranger.enter(name))).toBe("provider_email_taken");
			expect((await stranger.me()).status).toBe(401);
			const other = somebody();
			provider.person = other;
			await browser().enter("github");
			provider.person = { ...somebody(), email: other.email };
			expect(said(await browser().enter("google")), "nor one that came from elsewhere").toBe("provider_email_taken");
		});

		test.each([
			["is not confirmed", { verified: false }, "provider_email_unverified"],
			["is none", { email: "nobody", verified: true }, "provider_email_unverified"],
			["is not told", { email: null }, "provider_email_missing"],
		])("takes nobody whose address %s", async (_what, given, word) => {
			provider.person = somebody(given);
			const before = await accounts();
			expect(said(await browser().enter(name))).toBe(word);
			expect(await accounts()).toBe(before);
		});

		test("ends with a word on the sign-in page when the provider fails or the person says no", async () => {
			const faults = ["denied", "token_refused", ...(name === "github" ? (["garbage", "no_profile"] as const) : [])] as const;
			const before = await accounts();
			for (const fault of faults) {
				provider.fault = fault;
				provider.person = somebody();
				const stranger = browser();
				const end = await stranger.enter(name, "/share/0123456789abcdef");
				expect([fault, new URL(end, "http://x").pathname, said(end)]).toEqual([
					fault,
					"/signin",
					expect.stringMatching(/^(Callback|OAuthCallback|failed)$/),
				]);
				expect((await stranger.me()).status).toBe(401);
			}
			expect(await accounts()).toBe(before);
		});

		test("is done with a state that this browser began and nobody else", async () => {
			provider.person = somebody();
			const victim = browser();
			const attacker = browser();
			const page = await attacker.begin(name);
			const back = (await fetch(page, { redirect: "manual" })).headers.get("location") ?? "";
			expect(said(await victim.follow(back)), "somebody else's way back").toMatch(/OAuthCallback/);
			expect((await victim.me()).status).toBe(401);
			const forged = new URL(back);
			forged.searchParams.set("state", "x".repeat(40));
			expect(said(await attacker.follow(forged.href))).toMatch(/OAuthCallback/);
			for (const query of ["", "?code=x", "?code=x&state=y", "?error=%3Cscript%3E", `?code=${"x".repeat(5_000)}`, "?code[]=1"]) {
				expect(said(await browser().follow(`/api/auth/callback/${name}${query}`)), query.slice(0, 20)).toMatch(/Callback/);
			}
		});

		test("makes one account of somebody who comes back twice at once", async () => {
			provider.person = somebody();
			const [one, other] = [browser(), browser()];
			const pages = [await one.begin(name), await other.begin(name)];
			const before = await accounts();
			await Promise.all([one.comeBack(pages[0] ?? ""), other.comeBack(pages[1] ?? "")]);
			expect(await accounts()).toBe(before + 1);
			expect((await one.me()).body).toEqual((await other.me()).body);
		});

		test("leads to pages of our own alone", async () => {
			for (const elsewhere of ["https://evil.test/", "//evil.test/x", "javascript:alert(1)"]) {
				provider.person = somebody();
				const end = await browser()
					.enter(name, elsewhere)
					.catch(() => "refused");
				expect(end).not.toContain("evil.test");
			}
		});

		test("credits whoever handed the link out, once, and forgets it then", async () => {
			const referrer = await Account.signUp(server.url);
			const { shareId } = await sharePlaylist(server.url, { songs: 1, owner: referrer });
			provider.person = somebody();
			const byCookie = browser();
			await byCookie.ask("GET", `/?ref=${referrer.user.referralCode}`);
			expect(byCookie.has("passalong.referral")).toBe(true);
			await byCookie.enter(name);
			expect(byCookie.has("passalong.referral")).toBe(false);
			expect([await credits(referrer.user.id), await credits((await byCookie.me()).body.user.id)]).toEqual([10, 25]);
			await byCookie.enter(name);
			expect(await credits(referrer.user.id), "signing in again is no sign-up").toBe(10);

			provider.person = somebody();
			const byLink = browser();
			expect(await byLink.enter(name, `/share/${shareId}`)).toBe(`/share/${shareId}`);
			const throughLink = "SELECT count(*) FROM Referral r JOIN Share s ON s.id = r.shareId WHERE s.code = ?";
			expect([await credits(referrer.user.id), await look<number>(server, throughLink, shareId)]).toEqual([20, 1]);
		});
	});

	test.each(["foreign_key", "other_audience", "other_issuer", "expired"] as const)("an id token of a %s opens nothing", async (fault) => {
		provider.fault = fault;
		provider.person = somebody();
		const stranger = browser();
		expect(said(await stranger.enter("google"))).toBe("OAuthCallback");
		expect((await stranger.me()).status).toBe(401);
	});

	test("GitHub's primary address counts, not the one that the profile shows", async () => {
		const person = somebody();
		provider.person = { ...person, others: [{ email: "older@example.test", primary: false, verified: true }] };
		const guest = browser();
		await guest.enter("github");
		expect((await guest.me()).body.user.email).toBe(person.email);
	});

	test.each([
		["of other scripts", "名前", /^user_\d{4}$/],
		["too short", "a", /^a_\d{4}$/],
		["of marks", "--Ünïcødé__x--", /^unic_de_x$/],
		["too long", "x".repeat(60), /^x{30}$/],
		["empty", "", /^user_\d{4}$/],
	])("a name that is %s becomes a username that fits", async (_what, login, username) => {
		provider.person = somebody({ login });
		const guest = browser();
		await guest.enter("github");
		expect((await guest.me()).body.user.username).toMatch(username);
	});

	test("of many with one name each gets a username of their own", async () => {
		const login = `same${Date.now()}`;
		const guests = [1, 2, 3, 4, 5, 6].map(browser);
		const ways: string[] = [];
		for (const guest of guests) {
			provider.person = somebody({ login, name: null });
			ways.push((await fetch(await guest.begin("github"), { redirect: "manual" })).headers.get("location") ?? "");
		}
		await Promise.all(guests.map((guest, place) => guest.follow(ways[place] ?? "")));
		const names = await Promise.all(guests.map(async (guest) => (await guest.me()).body.user.username));
		expect(new Set(names).size).toBe(6);
		for (const each of names) expect(each).toMatch(new RegExp(`^${login}(_\\d{4})?$`));
	});

	test("an account without a password is confirmed by its username, and may get a password while the sign-in is fresh", async () => {
		provider.person = somebody();
		const guest = browser();
		await guest.enter("github");
		const { user } = (await guest.me()).body;
		const send = (method: string, body: object) =>
			new Client(server.url, { cookie: guest.cookie, origin: server.url }).send(method, "/api/me", body);
		for (const [body, field] of [
			[{}, "username"],
			[{ currentPassword: "guess" }, "username"],
			[{ username: user.username.toUpperCase() }, "username"],
		] as const) {
			const { status, body: said } = await send("DELETE", body);
			expect([status, said]).toEqual([
				400,
				nativeError("bad_input", expect.any(String), { fields: { [field]: expect.any(String) as unknown } }),
			]);
		}
		const token = await new Client(server.url, { cookie: guest.cookie, origin: server.url }).post<{ token: string }>("/api/tokens", {
			name: "x",
		});
		const byToken = new Client(server.url, { authorization: `Bearer ${token.body.token}` });
		expect((await byToken.patch("/api/me", { password: "a new password" })).status, "a token proves no presence").toBe(400);
		expect((await send("PATCH", { password: "a new password" })).status).toBe(200);
		expect((await guest.me()).status, "a password ends every session").toBe(401);
		const signedIn = await new Client(server.url).elsewhere().post("/api/auth/token", { email: user.email, password: "a new password" });
		expect(signedIn.status).toBe(200);
		await guest.enter("github");
		expect((await guest.me()).body.user.id).toBe(user.id);
		expect((await send("DELETE", { username: user.username })).status, "now it has one").toBe(400);
		expect((await send("DELETE", { currentPassword: "a new password" })).status).toBe(204);
		await guest.enter("github");
		expect((await guest.me()).body.user.id, "a new account").not.toBe(user.id);
	});

	test("a session of an hour ago is no longer fresh enough to set a first password, or another address", async () => {
		provider.person = somebody();
		const guest = browser();
		await guest.enter("google");
		const { user } = (await guest.me()).body;
		const { session } = JSON.parse(readFileSync(join(server.dataDir, "secrets.json"), "utf8")) as { session: string };
		const old = await encode({ token: { sub: user.id, sessionEpoch: 0, signedInAt: Date.now() - 3_600_000 }, secret: session });
		const client = new Client(server.url, { cookie: `passalong.session=${old}`, origin: server.url });
		expect((await client.get("/api/me")).status).toBe(200);
		for (const change of [{ password: "a new password" }, { email: `new_${user.email}` }]) {
			const { status, body } = await client.patch("/api/me", { ...change, currentPassword: "guess" });
			const words = "Sign out and in again first: this account has no password yet";
			expect([status, body]).toEqual([400, nativeError("bad_input", expect.any(String), { fields: { currentPassword: words } })]);
		}
		expect((await client.patch("/api/me", { name: "Ada" })).status, "what needs no password").toBe(200);
	});

	test("signing out everywhere ends a provider's sessions too", async () => {
		provider.person = somebody();
		const [one, other] = [browser(), browser()];
		await one.enter("github");
		await other.enter("github");
		expect((await new Client(server.url, { cookie: one.cookie, origin: server.url }).delete("/api/me/sessions")).status).toBe(204);
		expect([(await one.me()).status, (await other.me()).status]).toEqual([401, 401]);
	});

	test("a provider that does not answer ends on the sign-in page as well", async () => {
		const gone = await SignInProvider.start();
		const lonely = await startServer({ env: { ...gone.env, RATE_LIMIT_SCALE: "100000" } });
		await gone.stop();
		try {
			const url = await new Browser(lonely.url).begin("google");
			expect(said(url)).toBe("OAuthSignin");
		} finally {
			await lonely.stop();
		}
	});

	test("under a public https address every cookie on the way is for https alone", async () => {
		const origin = "https://music.example";
		const behindProxy = await startServer({ env: { ...provider.env, ORIGIN: origin, RATE_LIMIT_SCALE: "100000" } });
		try {
			provider.person = somebody();
			const guest = new Browser(behindProxy.url);
			const page = await guest.begin("google", `${origin}/dashboard`);
			expect(new URL(page).searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/google`);
			await guest.comeBack(page);
			expect((await guest.me()).status).toBe(200);
			expect(guest.has("__Secure-passalong.session")).toBe(true);
			expect(guest.insecure).toEqual([]);
		} finally {
			await behindProxy.stop();
		}
	});
});
