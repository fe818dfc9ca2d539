import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { cookiesOf, signInByForm } from "../support/credentials";
import { roomInThis } from "../support/time-window";
import { ownServer, ways } from "./own-server";
import { failure, nativeError } from "./shapes";
import { type Data, type Session, sharePlaylist } from "./visitor";

const tooOften = nativeError("rate_limited", "Rate limit exceeded");
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A refusal that says when to come back: at the latest when the window of so many seconds is over. */
function expectRetryAfter({ headers }: Heard, limit: number, window: number): void {
	expect(headers).toMatchObject({ "ratelimit-limit": String(limit), "ratelimit-remaining": "0" });
	for (const name of ["retry-after", "ratelimit-reset"]) {
		expect(Number(headers[name]), name).toBeGreaterThan(0);
		expect(Number(headers[name]), name).toBeLessThanOrEqual(window);
	}
}

describe.each(ways)("limits as they are in use, on $name", { timeout: 180_000 }, (way) => {
	const server = ownServer(way);
	const failing = (client: Client, email = "nobody@example.test", password = "wrong password") =>
		client.post("/api/auth/token", { email, password });

	test("one address begins at most twenty a day on one link, whatever it claims to be", async () => {
		const { url } = server();
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		await roomInThis("day", 60);
		const path = `/api/share/${shareId}/session`;
		const begin = (number: number) =>
			new Client(url).post<Data<Session>>(path, undefined, { "x-forwarded-for": `10.0.0.${number}`, "x-passalong-address": `a${number}` });
		const begun: string[] = [];
		for (let number = 1; number <= 20; number++) {
			const { status, body } = await begin(number);
			expect(status).toBe(201);
			begun.push(body.data.sessionId);
		}

		const refused = await begin(21);
		expect([refused.status, refused.body]).toEqual([429, failure("Rate limit exceeded")]);
		const {
			"retry-after": retryAfter,
			"ratelimit-limit": limit,
			"ratelimit-remaining": remaining,
			"ratelimit-reset": reset,
		} = refused.headers;
		expect([limit, remaining]).toEqual(["20", "0"]);
		expect(Number(retryAfter)).toBeGreaterThan(0);
		expect(Number(retryAfter)).toBeLessThanOrEqual(24 * 60 * 60);
		expect(Number(reset)).toBeGreaterThan(0);

		const taken = await new Client(url).post(path, { existingSessionId: begun[0] });
		expect(taken.status, "taking one up begins none").toBe(200);
		const { shareId: elsewhere } = await sharePlaylist(url, { songs: 1 });
		expect((await new Client(url).post(`/api/share/${elsewhere}/session`)).status, "another link has its own twenty").toBe(201);
	});

	test("ten failed sign-ins a minute end all of that address, the right password's too, by token and by form", async () => {
		const account = await Account.signUp(server().url);
		const { url, password, user } = account;
		const client = new Client(url);
		for (const _good of times(15)) expect((await failing(client, user.email, password)).status, "good ones cost nothing").toBe(200);
		await roomInThis("minute", 30);
		for (const attempt of times(10)) {
			expect((await failing(client, attempt % 2 ? user.email : `nobody${attempt}@example.test`)).status).toBe(401);
		}
		const claims: Record<string, string>[] = [
			{},
			{ "x-forwarded-for": "10.1.2.3" },
			{ "x-passalong-address": "elsewhere" },
			{ forwarded: "for=10.1.2.3" },
		];
		for (const headers of claims) {
			const refused = await failing(new Client(url, headers), user.email, password);
			expect([refused.status, refused.body]).toEqual([429, tooOften]);
			expectRetryAfter(refused, 10, 60);
		}
		const form = await signInByForm(url, { email: user.email, password });
		expect([form.status, cookiesOf(form)]).toEqual([401, expect.not.stringContaining("passalong.session")]);
		expect(form.body.url).toContain("error=rate_limited");
		expect((await client.get("/api/me", { authorization: `Bearer ${account.token}` })).status, "who is in stays in").toBe(200);
	});

	test("ten sign-ups an hour come from one address, whatever it claims to be", async () => {
		const client = new Client(server().url);
		const person = (number: number) => ({ email: `s${number}@example.test`, username: `s_${number}`, password: "correct horse" });
		await roomInThis("hour", 60);
		const answers: Heard[] = [];
		for (const number of times(12)) {
			answers.push(await client.post("/api/auth/signup", person(number), { "x-forwarded-for": `10.0.0.${number}` }));
		}
		const refused = answers.filter((answer) => answer.status === 429);
		expect(answers.map((answer) => answer.status)).toEqual([...Array(12 - refused.length).fill(201), ...Array(refused.length).fill(429)]);
		expect(refused.length, "accounts of the other tests count too").toBeGreaterThanOrEqual(2);
		for (const answer of refused) {
			expect(answer.body).toEqual(tooOften);
			expectRetryAfter(answer, 10, 3_600);
		}
	});

	test("six hundred requests a minute come from one address, in the words of each path", async () => {
		const client = new Client(server().url);
		await roomInThis("minute", 40);
		const answers: Heard[] = [];
		for (const _hundred of times(7)) answers.push(...(await Promise.all(times(100).map(() => client.get("/api/share/0123456789abcdef")))));
		const refused = answers.filter((answer) => answer.status === 429);
		expect(answers.slice(0, 400).map((answer) => answer.status)).toEqual(Array(400).fill(404));
		expect(refused.length).toBeGreaterThan(0);
		for (const answer of refused.slice(0, 3)) {
			expect(answer.body).toEqual(failure("Rate limit exceeded"));
			expectRetryAfter(answer, 600, 60);
		}
		const native = await client.get("/api/me");
		expect([native.status, native.body]).toEqual([429, tooOften]);
		expect((await client.get("/api/health/live")).status, "who watches over it has a budget of its own").toBe(200);
	});
});

describe.each(ways)("limits behind a proxy that is trusted, on $name", { timeout: 180_000 }, (way) => {
	const server = ownServer(way, { TRUST_PROXY: "1", RATE_LIMIT_SCALE: "100000" });
	const attempt = (address: string, email: string, password = "wrong password") =>
		new Client(server().url).post("/api/auth/token", { email, password }, { "x-forwarded-for": address });

	test("of thirty guesses at once ten are looked at", async () => {
		await roomInThis("minute", 20);
		const answers = await Promise.all(times(30).map((number) => attempt("192.0.2.1", `nobody${number}@example.test`)));
		expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(10).fill(401), ...Array(20).fill(429)]);
	});

	test("an address is what the proxy says last, and a claim before it is none", async () => {
		await roomInThis("minute", 20);
		for (const number of times(10)) expect((await attempt(`10.0.0.${number}, 192.0.2.2`, `a${number}@example.test`)).status).toBe(401);
		expect((await attempt("10.9.9.9, 192.0.2.2", "a@example.test")).status).toBe(429);
		expect((await attempt("192.0.2.2, 192.0.2.3", "a@example.test")).status).toBe(401);
	});

	test("one customer's IPv6 block is one address, the next block another", async () => {
		await roomInThis("minute", 30);
		for (const number of times(10)) expect((await attempt(`2001:db8:1:2:${number}::1`, `v${number}@example.test`)).status).toBe(401);
		expect((await attempt("2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "v@example.test")).status).toBe(429);
		expect((await attempt("2001:db8:1:3::1", "v@example.test")).status).toBe(401);
		for (const number of times(10)) expect((await attempt("::ffff:192.0.2.4", `m${number}@example.test`)).status).toBe(401);
		expect((await attempt("192.0.2.4", "m@example.test")).status, "an IPv4 address written as IPv6 is the same").toBe(429);
	});

	test("twenty failures an hour end an account's sign-ins, from wherever they come", async () => {
		const [account, other] = [await Account.signUp(server().url), await Account.signUp(server().url)];
		const { email } = account.user;
		await roomInThis("hour", 60);
		for (const number of times(20))
			expect((await attempt(`198.51.100.${number}`, number % 2 ? email : email.toUpperCase())).status).toBe(401);
		const refused = await attempt("203.0.113.1", email, account.password);
		expect([refused.status, refused.body]).toEqual([429, tooOften]);
		expectRetryAfter(refused, 20, 3_600);
		expect((await attempt("203.0.113.1", other.user.email, other.password)).status).toBe(200);
	});
});
