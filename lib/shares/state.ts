import type { Visitor } from "@/lib/authority";
import type { Link, World } from "@/lib/ports";
import { decide } from "./decide";

/** What a link is to its owner. */
export const linkStates = ["live", "scheduled", "expired", "paused", "ended"] as const;
export type LinkState = (typeof linkStates)[number];

const stranger: Visitor = { owner: null, address: "", userAgent: "" };

/** What a link is to its owner now: what a stranger would be told, and why. */
export function shareState(share: Link, now: Date): LinkState {
	if (share.endedAt) return "ended";
	const refusal = decide(share, stranger, now);
	if (!refusal) return "live";
	if (refusal.code === "share_expired") return "expired";
	return refusal.code === "share_not_open_yet" ? "scheduled" : "paused";
}

/** The link with this code while it leads anywhere, or null. Whether somebody may pass its gates was asked when they saw its page. */
export async function liveLink({ shares, clock }: World, code: string): Promise<Link | null> {
	const share = await shares.byCode(code);
	return share && shareState(share, clock.now()) === "live" ? share : null;
}
