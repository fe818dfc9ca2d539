import { describe, expect, test } from "vitest";
import type { Link } from "@/lib/ports";
import { newPolicy } from "./policy";
import { checkProof, mintProof } from "./proofs";

const key = "ab".repeat(32);
const now = new Date("2026-05-04T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const day = 24 * 60 * 60 * 1000;
const link = (given: Partial<Link> = {}): Link => ({
	id: 7,
	code: "0123456789abcdef",
	ownerId: "ada",
	itemId: 1,
	kind: "playlist",
	contextId: null,
	primaryOf: 1,
	forUserId: null,
	snapshotAt: null,
	label: "",
	policy: { ...newPolicy(3), passwordHash: "$argon2id$one", maxViews: 3 },
	openings: 0,
	version: 1,
	endedAt: null,
	createdAt: now,
	updatedAt: now,
	...given,
});

describe("a proof", () => {
	test.each(["unlocked", "opened"] as const)("that somebody %s it holds for this link and for a day", (proof) => {
		const held = mintProof(key, proof, link(), now);
		expect(checkProof(key, proof, link(), later(day - 1_000), held)).toBe(true);
		expect(checkProof(key, proof, link(), later(day), held)).toBe(false);
		expect(checkProof(key, proof, link({ id: 8 }), now, held)).toBe(false);
		expect(checkProof("cd".repeat(32), proof, link(), now, held)).toBe(false);
		expect(checkProof(key, proof === "opened" ? "unlocked" : "opened", link(), now, held)).toBe(false);
	});

	test("of a password goes with it, and with the code", () => {
		const held = mintProof(key, "unlocked", link(), now);
		const other = { ...link().policy, passwordHash: "$argon2id$two" };
		expect(checkProof(key, "unlocked", link({ policy: other }), now, held)).toBe(false);
		expect(checkProof(key, "unlocked", link({ code: "fedcba9876543210" }), now, held)).toBe(false);
		expect(checkProof(key, "unlocked", link({ version: 9, openings: 3, label: "x" }), now, held)).toBe(true);
	});

	test("of an opening stays when the link gets another code or password", () => {
		const held = mintProof(key, "opened", link(), now);
		expect(checkProof(key, "opened", link({ code: "fedcba9876543210" }), now, held)).toBe(true);
	});

	test("that was altered in any way is none", () => {
		const held = mintProof(key, "unlocked", link(), now);
		const [expires = "", signature = ""] = held.split(".");
		const longer = (Number.parseInt(expires, 36) + 1000).toString(36);
		for (const altered of [
			"",
			".",
			expires,
			`${longer}.${signature}`,
			`${held}.`,
			`${held}x`,
			held.slice(0, -1),
			`NaN.${signature}`,
			undefined,
		])
			expect(checkProof(key, "unlocked", link(), now, altered), String(altered)).toBe(false);
	});
});
