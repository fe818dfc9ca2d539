import { createHash } from "node:crypto";
import type { Visitor } from "@/lib/authority";
import type { Once, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Admitted, admitListener, isPartOf } from "./admit";
import { isVisitId } from "./codes";
import { mintGrant } from "./grants";
import { liveVisit, remainingPlays } from "./visits";

/** How long an answer is kept for a retry with the same `Idempotency-Key`. */
const keptFor = 24 * 60 * 60 * 1000;

export type Play = { code: string; visitor: Visitor; sessionId: string | undefined; songId: number | null; idempotencyKey: string | null };
/** `remaining` null is without limit. `streamPath` is relative to the origin, and null for a song that plays from elsewhere. */
export type Played = { playCount: number; remaining: number | null; streamPath: string | null };

/**
 * Spends one play of the visit, or of nobody when the visitor is signed in, and returns where the song streams. Refuses
 * before spending, never after. Throws the link's refusal, `play_fields_missing`, `visit_not_found`, `visit_expired`,
 * `song_not_in_share`, `play_limit_reached`, `idempotency_mismatch`.
 */
export async function playShare(world: World, { code, visitor, sessionId, songId, idempotencyKey }: Play): Promise<Played> {
	const { owner } = visitor;
	if (!owner && !sessionId) throw new Refused("play_fields_missing");
	const share = await admitListener(world, code, visitor);
	if (owner) return playSignedIn(world, share, owner.id, songId, idempotencyKey);

	const visitId = sessionId ?? "";
	if (!isVisitId(visitId)) throw new Refused("visit_not_found");
	const at = world.clock.now();
	const once = onceFor(idempotencyKey, `play:${share.id}:${visitId}`, songId, at);
	const song = await partOf(world, share, songId, once, visitId);
	const stream = await path(world, share, song);
	const played = { visitId, shareId: share.id, songId: song, collectionId: collection(share, song), at, once };
	const spent = await world.visits.spend({ ...played, limit: share.policy.playLimit });
	if (spent.outcome !== "granted" && spent.outcome !== "replayed") throw unspent[spent.outcome]();
	const grant = mintGrant(world.secrets.grant, { visitId, shareId: share.id, songId: song, expiresAt: spent.expiresAt });
	return {
		playCount: spent.playCount,
		remaining: remainingPlays(share, spent.playCount),
		streamPath: stream && `${stream}?grant=${grant}`,
	};
}

const unspent = {
	no_visit: () => new Refused("visit_not_found"),
	expired: () => new Refused("visit_expired"),
	mismatch: () => new Refused("idempotency_mismatch"),
	refused: () => new Refused("play_limit_reached", { requiresAuth: true }),
};

async function playSignedIn(world: World, share: Admitted, userId: string, songId: number | null, key: string | null): Promise<Played> {
	const at = world.clock.now();
	const once = onceFor(key, `play:${share.id}:user:${userId}`, songId, at);
	const song = await partOf(world, share, songId, once, null);
	const streamPath = await path(world, share, song);
	if (userId !== share.ownerId) {
		const counted = await world.counters.play({ shareId: share.id, songId: song, collectionId: collection(share, song), at, once });
		if (!counted) throw new Refused("idempotency_mismatch");
	}
	return { playCount: 0, remaining: null, streamPath };
}

/** The song, when the link plays it. A visit that is over, or a key that was used for another song, is what is wrong first. */
async function partOf(world: World, share: Admitted, songId: number | null, once: Once | null, visitId: string | null): Promise<number> {
	if (songId !== null && (await isPartOf(world, share, songId))) return songId;
	if (visitId !== null) await liveVisit(world, share, visitId);
	if (once && (await world.visits.isKeyTaken(once, world.clock.now()))) throw new Refused("idempotency_mismatch");
	throw new Refused("song_not_in_share");
}

const collection = (share: Admitted, songId: number) => (share.itemId === songId ? null : share.itemId);

/** Where the song streams; null when it has no file with us. */
async function path({ items }: World, share: Admitted, songId: number): Promise<string | null> {
	return (await items.blob(songId, "audio")) && `/api/share/${share.code}/stream/${songId}`;
}

function onceFor(key: string | null, scope: string, songId: number | null, at: Date): Once | null {
	if (key === null) return null;
	return { scope, key, bodyHash: createHash("sha256").update(String(songId)).digest("hex"), expiresAt: new Date(at.getTime() + keptFor) };
}
