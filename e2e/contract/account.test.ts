import { beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byCookie, byToken, nobodys, waysIn } from "../support/credentials";
import { look, rows } from "../support/database";
import { keptFiles } from "../support/files";
import { lanes } from "../support/lanes";
import { nativeError } from "./shapes";
import { sharePlaylist } from "./visitor";

const signedOut = nativeError("unauthorized", "Authentication required");
const bad = (field: string, words: unknown) =>
	nativeError("bad_input", typeof words === "string" ? `${field}: ${words}` : expect.any(String), { fields: { [field]: words } });

describe.each(lanes)("an account on $name", (lane) => {
	const { url } = lane;
	let account: Account;
	beforeEach(async () => {
		account = await Account.signUp(url, { name: "Ada" });
	});

	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("is shown to its owner, whole", async () => {
			const { status, body } = await (await signIn(account)).get("/api/me");
			expect([status, body]).toEqual([200, { user: account.user }]);
		});

		test("changes name and username without a password, and keeps what is not given", async () => {
			const client = await signIn(account);
			const named = await client.patch("/api/me", { name: "Countess" });
			expect([named.status, named.body]).toEqual([200, { user: { ...account.user, name: "Countess" } }]);
			const username = `new_${account.user.username.slice(0, 20)}`;
			const renamed = await client.patch("/api/me", { username });
			expect(renamed.body).toEqual({ user: { ...account.user, name: "Countess", username } });
			const nameless = await client.patch("/api/me", { name: null });
			expect(nameless.body).toEqual({ user: { ...account.user, name: null, username } });
			const same = await client.patch("/api/me", { email: account.user.email });
			expect(same.status, "the address it has is no change").toBe(200);
			expect((await client.get("/api/me")).body).toEqual(nameless.body);
		});

		test("needs its password for another address, another password and its end", async () => {
			const client = await signIn(account);
			const asks = (currentPassword?: string) => [
				() => client.patch("/api/me", { email: `new_${account.user.email}`, currentPassword }),
				() => client.patch("/api/me", { password: "another password", currentPassword }),
				() => client.delete("/api/me", { currentPassword }),
			];
			for (const [given, words] of [
				[undefined, "Required"],
				["", "Required"],
				["wrong password", "Wrong password"],
			]) {
				for (const ask of asks(given)) {
					const { status, body } = await ask();
					expect([status, body]).toEqual([400, bad("currentPassword", words)]);
				}
			}
			expect((await client.get("/api/me")).body).toEqual({ user: account.user });
		});

		test("a new address signs in, the old one no longer", async () => {
			const client = await signIn(account);
			const email = `new_${account.user.email}`;
			const { status, body } = await client.patch("/api/me", { email: email.toUpperCase(), currentPassword: account.password });
			expect([status, body]).toEqual([200, { user: { ...account.user, email } }]);
			const token = (address: string) => client.elsewhere().post("/api/auth/token", { email: address, password: account.password });
			expect([(await token(email)).status, (await token(account.user.email)).status]).toEqual([200, 401]);
		});

		test("another's address or username is 409", async () => {
			const other = await Account.signUp(url);
			const client = await signIn(account);
			const email = await client.patch("/api/me", { email: other.user.email, currentPassword: account.password });
			expect([email.status, email.body]).toEqual([409, nativeError("email_taken", "There is an account with this e-mail address already")]);
			const username = await client.patch("/api/me", { username: other.user.username });
			expect([username.status, username.body]).toEqual([409, nativeError("username_taken", "This username is taken")]);
		});
	});

	test("a new password ends every session and every token", async () => {
		const before = [await byCookie(account), await byCookie(account), await byToken(account)];
		for (const client of before) expect((await client.get("/api/me")).status).toBe(200);
		const changed = await before[0]?.patch("/api/me", { password: "another password", currentPassword: account.password });
		expect(changed?.status).toBe(200);
		for (const client of before) {
			const me = await client.get("/api/me");
			expect([me.status, me.body]).toEqual([401, signedOut]);
			expect((await client.get("/api/songs")).status).toBe(401);
		}
		const { url, user } = account;
		const token = (password: string) => new Client(url).elsewhere().post("/api/auth/token", { email: user.email, password });
		expect([(await token(account.password)).status, (await token("another password")).status]).toEqual([401, 200]);
	});

	test("its end takes items, links, visits, tokens and files along", async () => {
		const { owner, shareId } = await sharePlaylist(url, { songs: 2, owner: account });
		const [cookie, token] = [await byCookie(owner), await byToken(owner)];
		const kept = await rows<{ key: string }>(lane, "SELECT key FROM Blob WHERE ownerId = ?", owner.user.id);
		const mine = kept.map(({ key }) => key);
		expect(mine).toHaveLength(2);
		expect(await keptFiles(lane)).toEqual(expect.arrayContaining(mine));

		const ended = await token.delete("/api/me", { currentPassword: owner.password });
		expect([ended.status, ended.bytes.length]).toEqual([204, 0]);
		for (const client of [cookie, token]) expect((await client.get("/api/me")).status).toBe(401);
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(404);
		for (const table of ["Item", "Share", "Blob"]) {
			expect(await look<number>(lane, `SELECT count(*) FROM ${table} WHERE ownerId = ?`, owner.user.id), table).toBe(0);
		}
		expect((await keptFiles(lane)).filter((file) => mine.includes(file))).toEqual([]);
		const again = await new Client(url).elsewhere().post("/api/auth/token", { email: owner.user.email, password: owner.password });
		expect(again.status).toBe(401);
		const anew = { email: owner.user.email, username: owner.user.username, password: "another password" };
		expect((await new Client(url).post("/api/auth/signup", anew)).status, "address and username are free again").toBe(201);
	});

	test.each([
		["GET", undefined],
		["PATCH", { name: "x" }],
		["DELETE", { currentPassword: "x" }],
	])("without credentials %s /api/me is 401", async (method, body) => {
		for (const headers of [{}, ...nobodys]) {
			const answer = await new Client(url, headers).send(method, "/api/me", body);
			expect([answer.status, answer.body]).toEqual([401, signedOut]);
		}
	});

	test("every field of a change is checked as at sign-up", async () => {
		const client = await byToken(account);
		const currentPassword = account.password;
		const wrong: [field: string, value: unknown, words: unknown][] = [
			["name", "x".repeat(81), "At most 80 characters"],
			["name", "a\u0000b", "Has characters that cannot be shown"],
			["username", "ab", "At least 3 characters"],
			["username", "Ada!", "Only a-z, 0-9 and _"],
			["email", "nobody", "Not an e-mail address"],
			["password", "1234567", "At least 8 characters"],
			["password", "x".repeat(201), "At most 200 characters"],
			...["name", "username", "email", "password", "currentPassword"].flatMap((field) =>
				[7, true, [], {}].map((value): [string, unknown, unknown] => [field, value, expect.any(String)]),
			),
		];
		for (const [field, value, words] of wrong) {
			const { status, body } = await client.patch("/api/me", { currentPassword, [field]: value });
			expect([status, body], `${field} ${JSON.stringify(value)}`).toEqual([400, bad(field, words)]);
		}
		for (const value of [undefined, null, 7, true, [], {}, "x".repeat(201)]) {
			const { status, body } = await client.delete("/api/me", { currentPassword: value });
			expect([status, body], JSON.stringify(value)).toEqual([400, bad("currentPassword", expect.any(String))]);
		}
		expect((await client.get("/api/me")).body).toEqual({ user: account.user });
	});
});
