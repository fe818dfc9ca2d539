import { describe, expect, test } from "vitest";
import { checkGrant, mintGrant } from "./grants";

const key = "ab".repeat(32);
const now = new Date("2026-05-04T12:00:00Z");
const bound = { shareId: 7, songId: 9 };
const visitId = "0123456789abcdef0123456789abcdef";
const grant = mintGrant(key, { ...bound, visitId, expiresAt: new Date(now.getTime() + 60_000) });

describe("a grant", () => {
	test("opens its song of its link", () => {
		expect(checkGrant(key, grant, bound, now)).toBe(true);
	});

	test("opens no other song and no other link", () => {
		expect(checkGrant(key, grant, { ...bound, songId: 8 }, now)).toBe(false);
		expect(checkGrant(key, grant, { ...bound, shareId: 8 }, now)).toBe(false);
	});

	test("ends with its visit", () => {
		expect(checkGrant(key, grant, bound, new Date(now.getTime() + 60_000))).toBe(false);
	});

	test("is another one for another visit", () => {
		expect(mintGrant(key, { ...bound, visitId: "f".repeat(32), expiresAt: new Date(now.getTime() + 60_000) })).not.toBe(grant);
	});

	test("does not give the visit away", () => {
		expect(grant).not.toContain(visitId);
	});

	test("is void under another key", () => {
		expect(checkGrant("cd".repeat(32), grant, bound, now)).toBe(false);
	});

	test("is void when any one character changes", () => {
		for (let at = 0; at < grant.length; at++) {
			const altered = grant.slice(0, at) + (grant[at] === "A" ? "B" : "A") + grant.slice(at + 1);
			expect(checkGrant(key, altered, bound, now), altered).toBe(false);
		}
	});

	test.each(["", ".", "..", "...", `${grant}.x`, grant.slice(0, -1), `${grant}A`, "NaN.a.b"])("is not %j", (text) => {
		expect(checkGrant(key, text, bound, now)).toBe(false);
	});
});
