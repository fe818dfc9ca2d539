import { describe, expect, test } from "vitest";
import { authPath, nextPath, wayBack } from "./next-path";

describe("where signing in leads", () => {
	test.each(["/share/9f2c41d07ab35e18", "/dashboard/shares", "/share/a?b=c#d", "/%09/still-ours"])("%s is a page of ours", (path) => {
		expect(nextPath(path)).toBe(path);
	});

	test.each([
		undefined,
		null,
		"",
		"share/x",
		"//evil.test",
		"/\\evil.test",
		"https://evil.test",
		"javascript:alert(1)",
		"/\t/evil.test",
		"/\n/evil.test",
		" /share/x",
		["/share/a", "/share/b"],
	])("%j leads to the library", (path) => {
		expect(nextPath(path)).toBe("/dashboard");
	});

	test("the way there is kept from one page to the other, and left out when it is the usual one", () => {
		expect(authPath("/signup", "/share/a?b=c")).toBe("/signup?next=%2Fshare%2Fa%3Fb%3Dc");
		expect(authPath("/signin", "/dashboard")).toBe("/signin");
		expect(authPath("/signin", undefined)).toBe("/signin");
	});

	test.each([
		[{ next: "/share/a", callbackUrl: "http://localhost:3000/share/b" }, "/share/a"],
		[{ callbackUrl: "http://localhost:3000/share/b?c=d" }, "/share/b?c=d"],
		[{ callbackUrl: "http://localhost:3000" }, "/dashboard"],
		[{ callbackUrl: "https://evil.test/share/b" }, "/share/b"],
		[{ callbackUrl: "https://evil.test//evil.test" }, "/dashboard"],
		[{ callbackUrl: "javascript:alert(1)" }, "/dashboard"],
		[{ callbackUrl: ["http://localhost/share/a"] }, "/dashboard"],
		[{}, "/dashboard"],
	])("%j leads to %s", (query, path) => {
		expect(wayBack(query)).toBe(path);
	});
});
