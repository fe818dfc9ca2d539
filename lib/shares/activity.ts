import type { Owner, Visitor } from "@/lib/authority";
import type { Link, LinkEvent, NewLinkEvent, World } from "@/lib/ports";
import { isRefused, type RefusalCode } from "@/lib/refused";
import { ownShare } from "./own-link";

/** Why a visitor was turned away, as the activity of a link calls it. What is no news, or nobody's fault, is not written down. */
const reasons: Partial<Record<RefusalCode, string>> = {
	share_not_open_yet: "not_open_yet",
	share_expired: "expired",
	share_used_up: "used_up",
	share_sign_in_required: "sign_in",
	share_not_for_you: "not_for_you",
	share_locked: "locked",
};
/** Whoever is turned away again and again is one line's worth once in ten minutes. */
const once = { max: 1, seconds: 10 * 60 };

/** Writes down what a visitor did on a link, one row a day. Nobody waits for it, and nobody is refused for its sake. */
export function noteOnLink({ shares, clock }: World, share: Link, event: NewLinkEvent): void {
	const at = clock.now();
	shares.note(share.id, { ...event, day: at.toISOString().slice(0, 10) }, at).catch((error: unknown) => {
		if (!isRefused(error)) console.error("Writing down what happened on a link failed:", error);
	});
}

/** Writes down that a visitor was turned away. */
export async function noteRefusal(world: World, share: Link, visitor: Visitor, code: RefusalCode): Promise<void> {
	const detail = reasons[code];
	if (!detail || share.endedAt) return;
	const hit = await world.limiter.hit(`refused:${share.id}:${detail}:${visitor.address}`, once);
	if (hit.allowed) noteOnLink(world, share, { what: "refused", detail });
}

/** What happened on a link of the owner, newest first. Throws `own_share_not_found`. */
export async function linkActivity(world: World, owner: Owner, id: string, most: number): Promise<LinkEvent[]> {
	const share = await ownShare(world, owner, id);
	return world.shares.events(share.id, most);
}
