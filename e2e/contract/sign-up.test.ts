import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { look } from "../support/database";
import { lanes } from "../support/lanes";
import { date, nativeError } from "./shapes";

type User = { user: { id: string; email: string; username: string; referralCode: string } };

let count = 0;
/** Somebody nobody has signed up yet. */
function newcomer() {
	const username = `n_${Date.now().toString(36)}_${count++}`;
	return { email: `${username}@example.test`, username, password: "correct horse" };
}

const emailWords = "Not an e-mail address";
const usernameWords = "Only a-z, 0-9 and _";
const unshown = "Has characters that cannot be shown";

/** Every field, what is wrong about the value, and the words for it. */
const wrong: [field: string, value: unknown, words: string][] = [
	["email", undefined, "Required"],
	["email", "", emailWords],
	["email", "nobody", emailWords],
	["email", "a@b", emailWords],
	["email", "a b@example.test", emailWords],
	["email", "<script>@example.test", emailWords],
	["email", "a\u0000b@example.test", emailWords],
	["email", "a@example.test\r\nBcc: x@example.test", emailWords],
	["email", "\ud800@example.test", emailWords],
	["email", `${"a".repeat(250)}@example.test`, "At most 254 characters"],
	["password", undefined, "Required"],
	["password", "", "At least 8 characters"],
	["password", "1234567", "At least 8 characters"],
	["password", "x".repeat(201), "At most 200 characters"],
	["username", undefined, "Required"],
	["username", "ab", "At least 3 characters"],
	["username", "x".repeat(31), "At most 30 characters"],
	["username", "Ada Lovelace", usernameWords],
	["username", "ADA", usernameWords],
	["username", "ada-l", usernameWords],
	["username", "adä", usernameWords],
	["username", "../1", usernameWords],
	["username", "<script>", usernameWords],
	["username", "ada\u0000", usernameWords],
	["username", "\ud800ada", usernameWords],
	["name", "x".repeat(81), "At most 80 characters"],
	["name", "a\u0000b", unshown],
	["name", "a\nb", unshown],
	["name", "a\ud800b", unshown],
];
const otherTypes = [7, true, [], {}, ["x"]];

describe.each(lanes)("signing up on $name", (lane) => {
	const client = new Client(lane.url);
	const signUp = <Body = unknown>(body: unknown) => client.post<Body>("/api/auth/signup", body);

	test("makes an account and tells what it is, and nothing of its password", async () => {
		const person = newcomer();
		const { status, body } = await signUp<User>({ ...person, name: " Ada Lovelace " });
		expect([status, body]).toEqual([
			201,
			{
				user: {
					id: expect.any(String) as unknown,
					email: person.email,
					username: person.username,
					name: "Ada Lovelace",
					image: null,
					referralCode: expect.stringMatching(/^[A-Za-z0-9]{8}$/) as unknown,
					createdAt: date,
				},
			},
		]);
		const stored = await look<string>(lane, "SELECT passwordHash FROM User WHERE id = ?", body.user.id);
		expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	test("takes an address as people write it, and a name or none", async () => {
		const person = newcomer();
		const first = await signUp<User>({ ...person, email: `  ${person.email.toUpperCase()} ` });
		expect([first.status, first.body.user.email]).toEqual([201, person.email]);
		for (const name of ["", "   ", null, undefined]) {
			const { status, body } = await signUp({ ...newcomer(), name });
			expect(status).toBe(201);
			expect(body).toMatchObject({ user: { name: null } });
		}
		for (const name of ["<script>alert(1)</script>", "../../etc/passwd", "'; DROP TABLE User; --", "名前 ☃ 👩‍👩‍👧"]) {
			expect((await signUp({ ...newcomer(), name })).body, "as typed").toMatchObject({ user: { name } });
		}
	});

	test.each([
		["eight characters", "12345678"],
		["two hundred", "x".repeat(200)],
		["other scripts", "пароль 密码 ☃"],
		["a lone surrogate", "pass\ud800word"],
		["NUL", "pass\u0000word"],
	])("takes a password of %s, and signs in by that and no other", async (_what, password) => {
		const person = newcomer();
		expect((await signUp({ ...person, password })).status).toBe(201);
		const token = (given: string) => client.elsewhere().post("/api/auth/token", { email: person.email, password: given });
		expect((await token(password)).status).toBe(200);
		expect((await token(password.slice(0, -1))).status).toBe(401);
	});

	test.each(wrong)("is refused when %s is %j: %s", async (field, value, words) => {
		const { status, body } = await signUp({ ...newcomer(), [field]: value });
		expect([status, body]).toEqual([400, nativeError("bad_input", `${field}: ${words}`, { fields: { [field]: words } })]);
	});

	test.each(["email", "password", "username", "name"])("is refused when %s is of another type", async (field) => {
		for (const value of field === "name" ? otherTypes : [...otherTypes, null]) {
			const { status, body } = await signUp({ ...newcomer(), [field]: value });
			expect([status, body], JSON.stringify(value)).toEqual([
				400,
				nativeError("bad_input", expect.stringContaining(`${field}: `), { fields: { [field]: expect.any(String) as unknown } }),
			]);
		}
	});

	test("names every bad field at once", async () => {
		const { status, body } = await signUp({});
		const fields = { email: "Required", password: "Required", username: "Required" };
		expect([status, body]).toEqual([400, nativeError("bad_input", "email: Required; password: Required; username: Required", { fields })]);
	});

	test("is 409 when the address or the username is taken, whatever the case", async () => {
		const person = newcomer();
		await signUp(person);
		const sameEmail = await signUp({ ...newcomer(), email: person.email.toUpperCase() });
		expect([sameEmail.status, sameEmail.body]).toEqual([
			409,
			nativeError("email_taken", "There is an account with this e-mail address already"),
		]);
		const sameName = await signUp({ ...newcomer(), username: person.username });
		expect([sameName.status, sameName.body]).toEqual([409, nativeError("username_taken", "This username is taken")]);
		const both = await signUp(person);
		expect(both.status).toBe(409);
	});

	test("ignores what it does not know, and does not let anybody choose what is not theirs", async () => {
		const person = newcomer();
		const chosen = {
			id: "chosen",
			credits: 1_000_000,
			sessionEpoch: 7,
			isAdmin: true,
			image: "http://evil.test/x.png",
			createdAt: "2000-01-01",
		};
		const { status, body } = await signUp<User>({ ...person, ...chosen });
		expect(status).toBe(201);
		expect(body).toMatchObject({ user: { image: null, createdAt: date } });
		expect(body.user.id).not.toBe("chosen");
		expect(await look<number>(lane, "SELECT credits + sessionEpoch FROM User WHERE id = ?", body.user.id)).toBe(0);
	});

	test("through a friend's code credits both once; an unknown or mangled code keeps nobody out", async () => {
		const { body } = await signUp<User>(newcomer());
		const credits = (id: string) => look<number>(lane, "SELECT credits FROM User WHERE id = ?", id);
		const friend = await signUp<User>({ ...newcomer(), referralCode: body.user.referralCode });
		expect([await credits(body.user.id), await credits(friend.body.user.id)]).toEqual([10, 25]);
		for (const referralCode of ["zzzzzzzz", "x", "../1", "", "\u0000", "x".repeat(10_000), 7, null, [], {}]) {
			const { status, ...stranger } = await signUp<User>({ ...newcomer(), referralCode });
			expect([status, await credits(stranger.body.user.id)]).toEqual([201, 0]);
		}
		expect(await credits(body.user.id)).toBe(10);
	});
});
