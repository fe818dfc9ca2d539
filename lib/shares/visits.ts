import { createHmac } from "node:crypto";
import type { Visitor } from "@/lib/authority";
import { orRefund, tooMany } from "@/lib/limits";
import type { Link, Visit, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { admitListener } from "./admit";
import { isVisitId, newVisitId } from "./codes";

/** A visit lives this long from its start, however it is used. */
const lifetime = 24 * 60 * 60 * 1000;
/** New visits of one address on one link: a fresh visit is three fresh plays. */
const newVisits = { max: 20, seconds: 24 * 60 * 60 };

/** The plays of a visit as its link's policy reads them now; `remaining` null is without limit. */
export type VisitState = { id: string; playCount: number; remaining: number | null; expiresAt: Date };

/** Takes up the visit with that id, or begins one when there is none, it is over or it belongs to another link. */
export async function startVisit(
	world: World,
	code: string,
	visitor: Visitor,
	existingId: string | undefined,
): Promise<{ visit: VisitState; created: boolean }> {
	const share = await admitListener(world, code, visitor);
	const now = world.clock.now();
	const existing = existingId && isVisitId(existingId) ? await world.visits.byId(existingId) : null;
	if (existing && existing.shareId === share.id && existing.expiresAt > now) return { visit: state(share, existing), created: false };

	const hit = await world.limiter.hit(`visit:${share.id}:${visitor.address}`, newVisits);
	if (!hit.allowed) throw tooMany(hit);
	const day = now.toISOString().slice(0, 10);
	const hashed = (what: string) => createHmac("sha256", `${world.secrets.visit}:${day}`).update(what).digest("hex");
	const visit = {
		id: newVisitId(),
		shareId: share.id,
		addressHash: hashed(visitor.address),
		userAgentHash: hashed(visitor.userAgent),
		expiresAt: new Date(now.getTime() + lifetime),
	};
	return { visit: state(share, await orRefund([hit], () => world.visits.create(visit))), created: true };
}

/** The visit's state and the songs it was granted. Throws the link's refusal, `visit_not_found`, `visit_expired`. */
export async function readVisit(world: World, code: string, visitor: Visitor, id: string): Promise<VisitState & { songs: number[] }> {
	const share = await admitListener(world, code, visitor);
	const visit = await liveVisit(world, share, id);
	return { ...state(share, visit), songs: await world.visits.songsPlayed(visit.id) };
}

/** The visit of this link with that id. Throws `visit_not_found`, `visit_expired`. */
export async function liveVisit({ visits, clock }: World, share: Link, id: string): Promise<Visit> {
	const visit = isVisitId(id) ? await visits.byId(id) : null;
	if (!visit || visit.shareId !== share.id) throw new Refused("visit_not_found");
	if (visit.expiresAt <= clock.now()) throw new Refused("visit_expired");
	return visit;
}

/** How many plays are left; null is without limit. */
export function remainingPlays(share: Link, playCount: number): number | null {
	return share.policy.playLimit === null ? null : Math.max(0, share.policy.playLimit - playCount);
}

function state(share: Link, { id, playCount, expiresAt }: Visit): VisitState {
	return { id, playCount, expiresAt, remaining: remainingPlays(share, playCount) };
}
