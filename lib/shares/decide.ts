import type { Visitor } from "@/lib/authority";
import type { Link } from "@/lib/ports";
import { type RefusalCode, Refused } from "@/lib/refused";

export type Refusal = { code: RefusalCode; fields: Readonly<Record<string, unknown>> };
type Gate = (share: Link, visitor: Visitor, now: Date) => Refusal | null;

const refuse = (code: RefusalCode, fields: Refusal["fields"] = {}): Refusal => ({ code, fields });

/** In the order in which a visitor meets them; the first that refuses is the answer. */
const gates: Gate[] = [
	({ policy }) => (policy.isActive ? null : refuse("share_not_found")),
	({ policy }, _visitor, now) =>
		policy.startsAt && now < policy.startsAt ? refuse("share_not_open_yet", { opensAt: policy.startsAt.toISOString() }) : null,
	({ policy }, _visitor, now) => (policy.expiresAt && now >= policy.expiresAt ? refuse("share_expired", { reason: "expired" }) : null),
];

/**
 * Whether this visitor may see what is behind the link now: the first refusal, or none. Pure. Every way to shared content
 * asks this and nothing else decides. A link that ended is gone for everybody; apart from that the owner always passes.
 */
export function decide(share: Link | null, visitor: Visitor, now: Date): Refusal | null {
	if (!share || share.endedAt) return refuse("share_not_found");
	if (visitor.owner?.id === share.ownerId) return null;
	for (const gate of gates) {
		const refusal = gate(share, visitor, now);
		if (refusal) return refusal;
	}
	return null;
}

/** A refusal as the error that an endpoint answers with. */
export function asError({ code, fields }: Refusal): Refused {
	return new Refused(code, fields);
}
