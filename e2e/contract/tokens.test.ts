import { beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { byCookie, byToken, nobodys, waysIn } from "../support/credentials";
import { change, look, rows } from "../support/database";
import { lanes } from "../support/lanes";
import { date, nativeError } from "./shapes";

type Made = { token: string; id: string; name: string; expiresAt: string | null };
type Listed = { tokens: { id: string; name: string; createdAt: string; expiresAt: string | null }[] };

const signedOut = nativeError("unauthorized", "Authentication required");
const notFound = nativeError("not_found", "Not found");
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString();

describe.each(lanes)("tokens on $name", (lane) => {
	const { url } = lane;
	let account: Account;
	beforeEach(async () => {
		account = await Account.signUp(url);
	});
	const list = async (client: Client) => (await client.get<Listed>("/api/tokens")).body.tokens;
	const me = async (token: string) => (await new Client(url, { authorization: `Bearer ${token}` }).get("/api/me")).status;

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("one is made, shown this once, opens the account, and ends when it is revoked", async () => {
			const client = await signIn(account);
			const made = await client.post<Made>("/api/tokens", { name: "  Backup script " });
			const { token, id } = made.body;
			expect([made.status, made.body]).toEqual([
				201,
				{
					token: expect.stringMatching(/^pal_[\w-]{43}$/) as unknown,
					id: expect.any(String) as unknown,
					name: "Backup script",
					expiresAt: null,
				},
			]);
			expect(made.headers["cache-control"]).toMatch(/no-store/);
			expect(await me(token)).toBe(200);
			const listed = await client.get<Listed>("/api/tokens");
			expect(listed.body.tokens[0]).toEqual({ id, name: "Backup script", createdAt: date, expiresAt: null });
			expect(listed.bytes.toString()).not.toContain("pal_");
			expect(JSON.stringify(await rows(lane, "SELECT * FROM Token"))).not.toContain(token);

			const ended = await client.delete(`/api/tokens/${id}`);
			expect([ended.status, ended.bytes.length]).toEqual([204, 0]);
			expect(await me(token)).toBe(401);
			const again = await client.delete(`/api/tokens/${id}`);
			expect([again.status, again.body]).toEqual([404, notFound]);
		});

		test("one that expires does so at its time", async () => {
			const client = await signIn(account);
			const expiresAt = days(7);
			const { body } = await client.post<Made>("/api/tokens", { name: "A week", expiresAt: expiresAt.replace("Z", "+00:00") });
			expect(body.expiresAt).toBe(expiresAt);
			expect(await me(body.token)).toBe(200);
			await change(lane, "UPDATE Token SET expiresAt = ? WHERE id = ?", days(-1).replace("Z", "+00:00"), body.id);
			expect(await me(body.token)).toBe(401);
			expect((await list(client)).map(({ name }) => name)).not.toContain("A week");
		});
	});

	test("those of sign-ins are listed and revoked as well, newest first", async () => {
		const client = await byToken(account);
		await client.post("/api/tokens", { name: "Second" });
		const [second, signIn, ...more] = await list(client);
		expect([second?.name, signIn, more]).toEqual([
			"Second",
			{ id: expect.any(String) as unknown, name: "Sign-in", createdAt: date, expiresAt: date },
			[],
		]);
		expect((await client.delete(`/api/tokens/${signIn?.id}`)).status, "its own").toBe(204);
		expect((await client.get("/api/tokens")).status).toBe(401);
	});

	test("another's, unknown and malformed ids are 404, and nothing goes", async () => {
		const other = await Account.signUp(url);
		const [theirs] = await list(await byToken(other));
		const client = await byCookie(account);
		for (const id of [theirs?.id ?? "", crypto.randomUUID(), "x", "%00", "%ff", "..%2f..", "x".repeat(2_000), "__proto__"]) {
			const { status, body } = await client.delete(`/api/tokens/${id}`);
			expect([id.slice(0, 20), status, body]).toEqual([id.slice(0, 20), 404, notFound]);
		}
		expect(await me(other.token)).toBe(200);
	});

	test("a bad name or date is refused beside its field", async () => {
		const client = await byCookie(account);
		const wrong: [field: string, value: unknown, words: unknown][] = [
			["name", undefined, "Required"],
			["name", "", "Required"],
			["name", "   ", "Required"],
			["name", "x".repeat(61), "At most 60 characters"],
			["name", "a\u0000b", "Has characters that cannot be shown"],
			["name", "a\ud800b", "Has characters that cannot be shown"],
			["name", "Sign-in", "Sign-ins are called so. Choose another name"],
			["expiresAt", days(-1), "Lies in the past"],
			["expiresAt", "1970-01-01T00:00:00Z", "Lies in the past"],
			["expiresAt", "tomorrow", "Not a date and time"],
			["expiresAt", "2099-02-30T00:00:00Z", "Not a date and time"],
			["expiresAt", "", "Not a date and time"],
			...[7, true, [], {}].flatMap((value): [string, unknown, unknown][] => [
				["name", value, expect.any(String)],
				["expiresAt", value, expect.any(String)],
			]),
		];
		for (const [field, value, words] of wrong) {
			const { status, body } = await client.post("/api/tokens", { name: "Fine", [field]: value });
			expect([status, body], `${field} ${JSON.stringify(value)?.slice(0, 80)}`).toEqual([
				400,
				nativeError("bad_input", expect.any(String), { fields: { [field]: words } }),
			]);
		}
		expect((await client.post("/api/tokens", { name: "x".repeat(2_000_000) })).status).toBe(413);
		expect(await list(client)).toHaveLength(1);
		for (const name of ["<script>alert(1)</script>", "رمز", "'; DROP TABLE Token; --"]) {
			expect((await client.post<Made>("/api/tokens", { name, expiresAt: null })).body.name, "as typed").toBe(name);
		}
	});

	test("of sixty asked for at once fifty are made; signing in works all the same, and lets its oldest go", async () => {
		const client = await byToken(account);
		const asked = await Promise.all(Array.from({ length: 60 }, (_, place) => client.post<Made>("/api/tokens", { name: `Token ${place}` })));
		expect(asked.filter(({ status }) => status === 201)).toHaveLength(50);
		const refused = asked.filter(({ status }) => status !== 201);
		expect(refused.map(({ status, body }) => [status, body])).toEqual(
			Array(10).fill([409, nativeError("too_many_tokens", "You have 50 tokens. Revoke one that you no longer use first.")]),
		);
		const made = asked.find(({ status }) => status === 201)?.body;
		const { email } = account.user;
		const signIns: Heard<Made>[] = [];
		for (let round = 0; round < 51; round++) {
			signIns.push(await client.elsewhere().post<Made>("/api/auth/token", { email, password: account.password }, { authorization: "" }));
		}
		expect(signIns.every(({ status }) => status === 200)).toBe(true);
		expect(await me(made?.token ?? "")).toBe(200);
		expect([await me(account.token), await me(signIns[0]?.body.token ?? ""), await me(signIns.at(-1)?.body.token ?? "")]).toEqual([
			401, 401, 200,
		]);
	}, 120_000);

	test("none outlives a password change that came at the same time", async () => {
		const client = await byCookie(account);
		const change = client.patch("/api/me", { password: "another password", currentPassword: account.password });
		const asked = Promise.all(Array.from({ length: 30 }, (_, place) => client.post<Made>("/api/tokens", { name: `Token ${place}` })));
		expect((await change).status).toBe(200);
		for (const { status, body } of await asked) {
			expect([201, 401]).toContain(status);
			if (status === 201) expect(await me(body.token), "made before, ended with the rest").toBe(401);
		}
		expect(await look<number>(lane, "SELECT count(*) FROM Token WHERE userId = ?", account.user.id)).toBe(0);
	});

	test("signing out everywhere ends every session and every token, the caller's too", async () => {
		const here = await byCookie(account);
		const clients = [here, await byCookie(account), await byToken(account)];
		const { body } = await here.post<Made>("/api/tokens", { name: "Script" });
		const ended = await here.delete("/api/me/sessions");
		expect([ended.status, ended.bytes.length]).toEqual([204, 0]);
		for (const client of clients) {
			for (const path of ["/api/me", "/api/tokens", "/api/me/referrals"]) {
				const { status, body } = await client.get(path);
				expect([status, body]).toEqual([401, signedOut]);
			}
		}
		expect(await me(body.token)).toBe(401);
		const { email } = account.user;
		const again = await new Client(url).elsewhere().post("/api/auth/token", { email, password: account.password });
		expect(again.status, "the password is the same").toBe(200);
	});

	test.each([
		["GET", "/api/tokens", undefined],
		["POST", "/api/tokens", { name: "x" }],
		["DELETE", "/api/tokens/x", undefined],
		["DELETE", "/api/me/sessions", undefined],
		["GET", "/api/me/referrals", undefined],
	])("without credentials %s %s is 401, whatever the body", async (method, path, body) => {
		for (const headers of [{}, ...nobodys]) {
			const answer = await new Client(url, headers).send(method, path, body);
			expect([answer.status, answer.body]).toEqual([401, signedOut]);
		}
	});

	test("another site ends nothing with the cookie", async () => {
		const client = await byCookie(account);
		const [token] = await list(client);
		for (const path of [`/api/tokens/${token?.id}`, "/api/me/sessions"]) {
			for (const origin of ["https://evil.test", "null"]) {
				const { status, body } = await client.delete(path, undefined, { origin });
				expect([status, body]).toEqual([403, nativeError("forbidden_origin", "This request came from another site")]);
			}
		}
		expect([await me(account.token), (await client.get("/api/me")).status]).toEqual([200, 200]);
	});
});
