import type { Holds } from "@/lib/authority";
import type { Link, Policy } from "@/lib/ports";
import { type RefusalCode, Refused } from "@/lib/refused";

export type Refusal = { code: RefusalCode; fields: Readonly<Record<string, unknown>> };
/** All that the gates know of whoever asks: which account, if any, and what they hold. */
export type Asker = { readonly owner: { readonly id: string } | null; readonly holds: Holds };
type Check = (share: Link, asker: Asker, now: Date) => Refusal | null;

export const gateNames = ["active", "person", "startsAt", "expiresAt", "maxViews", "allowList", "password", "opening"] as const;
export type GateName = (typeof gateNames)[number];
export type Gate = { name: GateName; check: Check };

const refuse = (code: RefusalCode, fields: Refusal["fields"] = {}): Refusal => ({ code, fields });

/** Whether a link asks for its password. */
export const asksPassword = ({ isProtected, passwordHash }: Pick<Policy, "isProtected" | "passwordHash">): boolean =>
	isProtected ?? passwordHash !== null;

const isUsedUp = ({ policy, openings }: Link) => policy.maxViews !== null && openings >= policy.maxViews;

const checks: Record<GateName, Check> = {
	active: ({ policy }) => (policy.isActive ? null : refuse("share_not_found")),
	person: ({ forUserId }, { owner }) => (forUserId === null || owner?.id === forUserId ? null : refuse("share_not_found")),
	startsAt: ({ policy }, _asker, now) =>
		policy.startsAt && now < policy.startsAt ? refuse("share_not_open_yet", { opensAt: policy.startsAt.toISOString() }) : null,
	expiresAt: ({ policy }, _asker, now) =>
		policy.expiresAt && now >= policy.expiresAt ? refuse("share_expired", { reason: "expired" }) : null,
	// Whoever spent an opening is in, also when it was the last.
	maxViews: (share, { holds }, now) =>
		isUsedUp(share) && !holds("opened", share, now) ? refuse("share_used_up", { reason: "used_up" }) : null,
	allowList({ policy: { allow } }, { owner }) {
		if (allow.length === 0) return null;
		if (!owner) return refuse("share_sign_in_required", { requiresAuth: true });
		return allow.some(({ userId }) => userId === owner.id) ? null : refuse("share_not_for_you");
	},
	password(share, { holds }, now) {
		const { passwordHash, allow } = share.policy;
		if (!asksPassword(share.policy)) return null;
		// Protected by nothing at all is for nobody but its owner.
		const passes = passwordHash === null ? allow.length > 0 : holds("unlocked", share, now);
		return passes ? null : refuse("share_locked", { requiresPassword: true });
	},
	opening: (share, { holds }, now) =>
		share.policy.maxViews !== null && !holds("opened", share, now) ? refuse("share_requires_open", { requiresOpen: true }) : null,
};

/** In the order in which a visitor meets them; the first that refuses is the answer. */
export const gates: readonly Gate[] = gateNames.map((name) => ({ name, check: checks[name] }));
/** The same gates as family 001 meets them: what it asks for a password it asks everybody. */
export const passwordFirst: readonly Gate[] = (
	["active", "person", "startsAt", "expiresAt", "maxViews", "password", "allowList", "opening"] as const
).map((name) => ({ name, check: checks[name] }));

/**
 * Whether this visitor may see what is behind the link now: the first refusal, or none. Pure. Every way to shared content
 * asks this and nothing else decides. A link that ended is gone for everybody; apart from that the owner always passes.
 */
export function decide(share: Link | null, asker: Asker, now: Date, order = gates): Refusal | null {
	if (!share || share.endedAt) return refuse("share_not_found");
	if (asker.owner?.id === share.ownerId) return null;
	for (const { check } of order) {
		const refusal = check(share, asker, now);
		if (refusal) return refusal;
	}
	return null;
}

/** A refusal as the error that an endpoint answers with. */
export function asError({ code, fields }: Refusal): Refused {
	return new Refused(code, fields);
}
