// Whatever the policy, its history and the visitor: the page, the calls and the files answer what `decide()` says of them.

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Proof } from "@/lib/authority";
import type { Link } from "@/lib/ports";
import { decide } from "@/lib/shares/decide";
import { newPolicy } from "@/lib/shares/policy";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { lanes } from "../support/lanes";
import { OwnLink, type Shared, sentinel, shared, withCookies } from "./policy-scene";

const day = 24 * 60 * 60 * 1000;
const past = new Date(Date.now() - day);
const future = new Date(Date.now() + day);
const later = new Date(Date.now() + 2 * day);

/** What an owner does of a link, one after the other. */
const step = fc.oneof(
	fc.record({ isActive: fc.boolean() }),
	fc.record({ password: fc.constantFrom(null, "one", "two") }),
	fc.record({ maxViews: fc.constantFrom(null, 1, 3) }),
	fc.record({ startsAt: fc.constantFrom(null, past, future), expiresAt: fc.constantFrom(null, later) }),
	fc.record({ startsAt: fc.constant(null), expiresAt: fc.constantFrom(null, past) }),
	fc.record({ allowEmails: fc.constantFrom([], ["other"], ["guest"], ["guest", "other"]) }),
	// Somebody else opens it meanwhile.
	fc.constant({ opening: true as const }),
);
/** What a visitor knows and does before they ask. */
const visitor = fc.record({ signedIn: fc.boolean(), password: fc.constantFrom(null, "one", "two"), opens: fc.boolean() });

describe.each(lanes)("on $name", ({ url }) => {
	let item: Shared;
	let guest: Account;
	beforeAll(async () => {
		[item, guest] = await Promise.all([shared(url, "playlist"), Account.signUp(url)]);
	});

	test("a page, a call, a file and decide() agree, whatever the policy and its history", async () => {
		const addresses = { guest: guest.user.email, other: "other@example.test" };
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 6 }), visitor, async (history, { signedIn, password, opens }) => {
				const own = await OwnLink.of(item.owner, item.itemId);
				const policy = newPolicy(3);
				let isLockedBy: string | null = null;
				for (const change of history) {
					if ("opening" in change) await new Client(url).elsewhere().post(`/api/open/${own.code}`);
					else if ("isActive" in change) {
						await own.change(change);
						policy.isActive = change.isActive;
					} else if ("allowEmails" in change) {
						const allow = change.allowEmails.map((who) => ({
							email: addresses[who as keyof typeof addresses],
							userId: who === "guest" ? guest.user.id : null,
						}));
						await own.change({ policy: { allowEmails: allow.map(({ email }) => email) } });
						policy.allow = allow;
					} else {
						await own.change({ policy: change });
						if ("password" in change) isLockedBy = change.password;
						else Object.assign(policy, change);
					}
				}
				const { share } = (await own.ask("GET", "")) as { share: { openings: number; state: string } };
				policy.passwordHash = isLockedBy;
				const held = new Set<Proof>();
				const link = { id: 1, ownerId: "owner", forUserId: null, policy, openings: share.openings, endedAt: null } as Link;
				const asker = { owner: signedIn ? { id: guest.user.id } : null, holds: (proof: Proof) => held.has(proof) };
				const verdict = () => decide(link, asker, new Date());

				let client = new Client(url, signedIn ? { authorization: `Bearer ${guest.token}` } : {}).elsewhere();
				if (password !== null) {
					const isRight = verdict()?.code === "share_locked" && password === isLockedBy;
					client = withCookies(client, await client.post(`/api/unlock/${own.code}`, { password }));
					if (isRight) held.add("unlocked");
				}
				if (opens) {
					const isLeft = verdict()?.code === "share_requires_open";
					client = withCookies(client, await client.post(`/api/open/${own.code}`));
					if (isLeft) {
						held.add("opened");
						link.openings++;
					}
				}

				const refusal = verdict();
				const call = await client.get(`/api/share/${own.code}`);
				const page = await client.get(`/share/${own.code}`);
				const cover = await client.get<{ error: { code: string } }>(`/api/files/share/${own.code}/items/${item.itemId}/cover`);
				const session = await client.post(`/api/share/${own.code}/session`);
				const shows = (heard: Heard) => heard.bytes.toString().includes(sentinel);
				expect(cover.body.error.code).toBe(refusal?.code ?? "not_found");
				expect([shows(call), shows(page), call.status < 300, session.status < 300]).toEqual(Array(4).fill(refusal === null));
				expect(call.body).toMatchObject(refusal ? refusal.fields : { success: true });
				expect(page.status).toBe(refusal?.code === "share_not_found" ? 404 : 200);
			}),
			{ numRuns: 25, interruptAfterTimeLimit: 10_000 },
		);
	});
});
