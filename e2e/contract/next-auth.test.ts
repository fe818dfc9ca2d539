import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { nativeError } from "./shapes";

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };
const notFound = nativeError("not_found", "Not found");

describe.each(lanes)("next-auth's own calls on $name", ({ url }) => {
	const client = new Client(url);

	test.each(["/api/auth/callback/credentials", "/api/auth/signout", "/api/auth/signin/credentials", "/api/auth/session"])(
		"%s holds no more of a body than other calls do",
		async (path) => {
			for (const headers of [form, json, {}]) {
				const { status, body } = await client.ask("POST", path, { headers, body: "x".repeat(10_000_000) });
				expect([status, body]).toEqual([413, nativeError("body_too_large", "The body is too large")]);
			}
		},
	);

	test("JSON that is none is 400", async () => {
		for (const body of ["{bad", "\u0000", "[".repeat(100_000)]) {
			const answer = await client.ask("POST", "/api/auth/callback/credentials", { headers: json, body });
			expect([answer.status, answer.body]).toEqual([400, nativeError("bad_json", "The body is not valid JSON")]);
		}
	});

	test.each([
		["GET", "/api/auth/nothing"],
		["POST", "/api/auth/nothing"],
		["GET", "/api/auth/%00"],
		["GET", "/api/auth/%ff"],
		["GET", "/api/auth/callback/credentials"],
		["POST", "/api/auth/callback/github"],
		["POST", "/api/auth/callback/nothing"],
		["GET", "/api/auth/constructor"],
		["POST", "/api/auth/_log"],
	])("%s %s is none of them", async (method, path) => {
		const { status, body } = await client.ask(method, path);
		expect([status, body]).toEqual([404, notFound]);
	});

	test.each([
		["nothing", undefined, {}],
		["no form", "%ff=%zz&&=&a", form],
		["lists", "email=a&email=b&password=c&password=d&csrfToken=e&csrfToken=f", form],
		["objects", '{"email":{"a":1},"password":[1],"csrfToken":{}}', json],
		["null", "null", json],
		["text", '"text"', json],
		["hostile words", "email=%00&password=%ff&csrfToken=<script>", form],
		["a broken multipart form", "xx", { "content-type": "multipart/form-data; boundary=x" }],
	])("signing in with %s signs nobody in and fails nowhere", async (_what, body, headers) => {
		const answer = await client.ask("POST", "/api/auth/callback/credentials", { headers, body });
		expect(answer.status).toBeLessThan(500);
		expect(JSON.stringify(answer.headers["set-cookie"] ?? [])).not.toContain("passalong.session=");
	});

	test("cookies of next-auth's that somebody made up are none, and lead nowhere else", async () => {
		for (const cookie of [
			"next-auth.csrf-token=%%%; next-auth.callback-url=https://evil.test",
			"next-auth.csrf-token=a|b|c",
			"passalong.session=a.b.c.d.e",
			"passalong.session.0=a; passalong.session.1=b",
		]) {
			for (const path of ["/api/auth/session", "/api/auth/csrf", "/api/auth/providers"]) {
				const { status, bytes } = await client.get(path, { cookie });
				expect([path, status]).toEqual([path, 200]);
				expect(bytes.toString()).not.toContain("evil.test");
			}
		}
		const signIn = await client.get("/api/auth/signin?callbackUrl=https://evil.test", {
			cookie: "next-auth.callback-url=https://evil.test",
		});
		expect(signIn.headers.location ?? "").toMatch(new RegExp(`^(/|${url}/)`));
		expect(decodeURIComponent(signIn.headers.location ?? "")).not.toContain("evil.test");
	});

	test("a callback address that is none is refused, or leads nowhere else", async () => {
		const words = "Not an address of this site";
		for (const address of ["javascript:alert(1)", "foo", "//", "%00"]) {
			const { status, body } = await client.get("/api/auth/session", { cookie: `next-auth.callback-url=${address}` });
			expect([status, body]).toEqual([400, nativeError("bad_input", `callbackUrl: ${words}`, { fields: { callbackUrl: words } })]);
			const others = [
				await client.get(`/api/auth/signin?callbackUrl=${address}`),
				await client.ask("POST", "/api/auth/callback/credentials", { headers: form, body: `callbackUrl=${address}` }),
			];
			for (const answer of others) {
				expect([302, 400]).toContain(answer.status);
				expect(new URL(answer.headers.location ?? "/signin", url).origin).toBe(url);
			}
		}
	});

	test("its answers are kept by nobody", async () => {
		for (const path of ["/api/auth/session", "/api/auth/csrf"]) {
			expect((await client.get(path)).headers["cache-control"]).toMatch(/no-store/);
		}
	});
});
