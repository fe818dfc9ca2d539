import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsNothing, mintOwner, type Proof, type Visitor } from "@/lib/authority";
import type { Policy, Share, User } from "@/lib/ports";
import { decide } from "./decide";
import { newPolicy } from "./policy";
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
const stranger: Visitor = { owner: null, address: "", userAgent: "", holds: holdsNothing };
const guest: Visitor = { ...stranger, owner: mintOwner(account("guest")) };
const ada: Visitor = { ...stranger, owner: mintOwner(account("ada")) };

const holding = (visitor: Visitor, held: Proof): Visitor => ({ ...visitor, holds: (proof) => proof === held });

function share(policy: Partial<Policy> = {}, given: Partial<Share> = {}): Share {
	return {
		id: 1,
		code: "0123456789abcdef",
		ownerId: "ada",
		itemId: 1,
		kind: "playlist",
		contextId: null,
		primaryOf: 1,
		forUserId: null,
		snapshotAt: null,
		label: "",
		policy: { ...newPolicy(3), ...policy },
		openings: 0,
		version: 1,
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

	test("is used up for whoever has not opened it", () => {
		const used = share({ maxViews: 2 }, { openings: 2 });
		expect(decide(used, stranger, now)).toEqual({ code: "share_used_up", fields: { reason: "used_up" } });
		expect(decide(used, holding(stranger, "opened"), now)).toBeNull();
		expect(decide(share({ maxViews: 2 }, { openings: 1 }), stranger, now)?.code).toBe("share_requires_open");
	});

	test("a list is for those of its accounts, and for nobody who merely has an address of it", () => {
		const listed = (userId: string | null) => share({ allow: [{ email: "guest@example.org", userId }] });
		expect(decide(listed("guest"), stranger, now)).toEqual({ code: "share_sign_in_required", fields: { requiresAuth: true } });
		expect(decide(listed("guest"), guest, now)).toBeNull();
		for (const other of ["somebody", null]) expect(decide(listed(other), guest, now)?.code).toBe("share_not_for_you");
	});

	test("a password is asked for until it was known", () => {
		const locked = share({ passwordHash: "hash" });
		expect(decide(locked, stranger, now)).toEqual({ code: "share_locked", fields: { requiresPassword: true } });
		expect(decide(locked, holding(stranger, "opened"), now)?.code).toBe("share_locked");
		expect(decide(locked, holding(stranger, "unlocked"), now)).toBeNull();
	});

	const date = fc.constantFrom(null, before, now, after);
	const limit = fc.constantFrom(null, 1, 2);
	const policies = fc.record({
		isActive: fc.boolean(),
		startsAt: date,
		expiresAt: date,
		passwordHash: fc.constantFrom(null, "hash"),
		playLimit: fc.constant(3),
		maxViews: limit,
		allow: fc.subarray([
			{ email: "guest@example.org", userId: "guest" },
			{ email: "new@example.org", userId: null },
		]),
		allowDownload: fc.boolean(),
		allowIndexing: fc.boolean(),
	});
	const links = fc.record({ policy: policies, openings: fc.nat(2) });
	const askers = fc.record({
		owner: fc.constantFrom(null, guest.owner),
		held: fc.subarray<Proof>(["unlocked", "opened"]),
	});

	test("the owner passes every policy, but not the end", () => {
		fc.assert(
			fc.property(links, ({ policy, openings }) => {
				expect(decide(share(policy, { openings }), ada, now)).toBeNull();
				expect(decide(share(policy, { openings, endedAt: before }), ada, now)?.code).toBe("share_not_found");
			}),
		);
	});

	test("whoever passes has been asked for each thing that the policy wants, whatever the order", () => {
		fc.assert(
			fc.property(links, askers, ({ policy, openings }, { owner, held }) => {
				const passes = decide(share(policy, { openings }), { owner, holds: (proof) => held.includes(proof) }, now) === null;
				const { isActive, startsAt, expiresAt, passwordHash, maxViews, allow } = policy;
				expect(passes).toBe(
					isActive &&
						(startsAt === null || startsAt <= now) &&
						(expiresAt === null || expiresAt > now) &&
						(passwordHash === null || held.includes("unlocked")) &&
						(maxViews === null || held.includes("opened")) &&
						(allow.length === 0 || (owner !== null && allow.some(({ userId }) => userId === owner.id))),
				);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("a link that its owner sees as live turns nobody away for good", () => {
		const more = ["share_locked", "share_requires_open", "share_sign_in_required"];
		fc.assert(
			fc.property(links, ({ policy, openings }) => {
				const link = share(policy, { openings });
				const refusal = decide(link, stranger, now);
				expect(shareState(link, now) === "live").toBe(refusal === null || more.includes(refusal.code));
			}),
		);
	});
});
