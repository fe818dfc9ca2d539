import { holdsNothing } from "@/lib/authority";
import type { Link, Listed, World } from "@/lib/ports";
import type { RefusalCode } from "@/lib/refused";
import { type Asker, decide } from "./decide";

/** What a link is to its owner. */
export const linkStates = ["live", "scheduled", "expired", "used_up", "paused", "ended"] as const;
export type LinkState = (typeof linkStates)[number];

/** Somebody who has nothing but the link. */
export const stranger: Asker = { owner: null, holds: holdsNothing };

const stateOf: Partial<Record<RefusalCode, LinkState>> = {
	share_not_found: "paused",
	share_not_open_yet: "scheduled",
	share_expired: "expired",
	share_used_up: "used_up",
};

/** What a link is to its owner now: what a stranger would be told, and why. One that asks for something more is live. */
export function shareState(share: Listed<Link>, now: Date): LinkState {
	if (share.endedAt) return "ended";
	// Whom it is for is one of the things that a live link asks.
	const refusal = decide({ ...share, policy: { ...share.policy, allow: [] } }, stranger, now);
	return (refusal && stateOf[refusal.code]) ?? "live";
}

/** The link with this code while it leads anywhere, or null. Whether somebody may pass its gates was asked when they saw its page. */
export async function liveLink({ shares, clock }: World, code: string): Promise<Link | null> {
	const share = await shares.byCode(code);
	return share && shareState(share, clock.now()) === "live" ? share : null;
}
