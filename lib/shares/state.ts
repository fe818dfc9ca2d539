import type { Share } from "@/lib/ports";

/** What a link that has not ended is to its owner now. */
export function shareState({ policy }: Share, now: Date): "live" | "scheduled" | "expired" | "paused" {
	if (!policy.isActive) return "paused";
	if (policy.expiresAt && now >= policy.expiresAt) return "expired";
	return policy.startsAt && now < policy.startsAt ? "scheduled" : "live";
}
