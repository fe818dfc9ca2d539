import type { Visitor } from "@/lib/authority";
import type { Share } from "@/lib/ports";
import { decide } from "./decide";

const stranger: Visitor = { owner: null, address: "", userAgent: "" };

/** What a link that has not ended is to its owner now: what a stranger would be told. */
export function shareState(share: Share, now: Date): "live" | "scheduled" | "expired" | "paused" {
	const refusal = decide(share, stranger, now);
	if (!refusal) return "live";
	if (refusal.code === "share_expired") return "expired";
	return refusal.code === "share_not_open_yet" ? "scheduled" : "paused";
}
