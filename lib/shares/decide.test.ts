import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mintOwner, type Visitor } from "@/lib/authority";
import type { Policy, Share, User } from "@/lib/ports";
import { decide } from "./decide";
import { shareState } from "./state";

const now = new Date("2026-05-04T12:00:00Z");
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

const account = (id: string): User => ({
	id,
	email: `${id}@example.org`,
	username: id,
	name: null,
	image: null,
	passwordHash: null,
	sessionEpoch: 0,
	referralCode: id,
	credits: 0,
	createdAt: now,
});
const stranger: Visitor = { owner: null, address: "", userAgent: "" };
const guest: Visitor = { ...stranger, owner: mintOwner(account("guest")) };
const ada: Visitor = { ...stranger, owner: mintOwner(account("ada")) };

function share(policy: Partial<Policy> = {}, given: Partial<Share> = {}): Share {
	return {
		id: 1,
		code: "0123456789abcdef",
		ownerId: "ada",
		itemId: 1,
		kind: "playlist",
		contextId: null,
		primaryOf: 1,
		label: "",
		policy: { isActive: true, startsAt: null, expiresAt: null, playLimit: 3, ...policy },
		endedAt: null,
		viewCount: 0,
		playCount: 0,
		lastAccessedAt: null,
		createdAt: now,
		updatedAt: now,
		...given,
	};
}

describe("decide", () => {
	test("lets everybody through an open link", () => {
		for (const visitor of [stranger, guest, ada]) expect(decide(share(), visitor, now)).toBeNull();
	});

	test("an unknown, a paused and an ended link look the same", () => {
		const gone = { code: "share_not_found", fields: {} };
		expect(decide(null, stranger, now)).toEqual(gone);
		expect(decide(share({ isActive: false }), stranger, now)).toEqual(gone);
		expect(decide(share({}, { endedAt: before }), stranger, now)).toEqual(gone);
	});

	test("opens at the very moment it was set to, and tells when before", () => {
		expect(decide(share({ startsAt: after }), stranger, now)).toEqual({
			code: "share_not_open_yet",
			fields: { opensAt: after.toISOString() },
		});
		expect(decide(share({ startsAt: now }), stranger, now)).toBeNull();
	});

	test("is over at the very moment it expires", () => {
		expect(decide(share({ expiresAt: now }), stranger, now)).toEqual({ code: "share_expired", fields: { reason: "expired" } });
		expect(decide(share({ expiresAt: after }), stranger, now)).toBeNull();
	});

	test("off comes before everything a visitor could learn otherwise", () => {
		expect(decide(share({ isActive: false, expiresAt: before, startsAt: after }), stranger, now)?.code).toBe("share_not_found");
	});

	const date = fc.constantFrom(null, before, now, after);
	const policies = fc.record({ isActive: fc.boolean(), startsAt: date, expiresAt: date, playLimit: fc.constant(3) });

	test("the owner passes every policy, but not the end", () => {
		fc.assert(
			fc.property(policies, (policy) => {
				expect(decide(share(policy), ada, now)).toBeNull();
				expect(decide(share(policy, { endedAt: before }), ada, now)?.code).toBe("share_not_found");
			}),
		);
	});

	test("a stranger passes exactly the links that their owner sees as live", () => {
		fc.assert(
			fc.property(policies, (policy) => {
				expect(decide(share(policy), stranger, now) === null).toBe(shareState(share(policy), now) === "live");
			}),
		);
	});
});
