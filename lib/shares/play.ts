import { createHash } from "node:crypto";
import type { Visitor } from "@/lib/authority";
import type { Once, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Admitted, admit, isPartOf } from "./admit";
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
	const share = await admit(world, code, visitor);
	if (owner) return playSignedIn(world, share, owner.id, songId, idempotencyKey);

	const visit = await liveVisit(world, share, sessionId ?? "");
	const at = world.clock.now();
	const limit = share.policy.playLimit;
	const once = onceFor(idempotencyKey, `play:${share.id}:${visit.id}`, songId, at);
	const song = await partOf(world, share, songId, once);
	// A limit that was reached stays reached: such a visit need not queue for the writer. Under a key it must, for its first answer.
	if (!once && remainingPlays(share, visit.playCount) === 0) throw limitReached();
	const stream = await path(world, share, song);
	const spent = await world.visits.spend({
		visitId: visit.id,
		shareId: share.id,
		songId: song,
		collectionId: collection(share, song),
		limit,
		at,
		once,
	});
	if (spent.outcome === "mismatch") throw new Refused("idempotency_mismatch");
	if (spent.outcome === "refused") throw limitReached();
	const grant = mintGrant(world.secrets.grant, { visitId: visit.id, shareId: share.id, songId: song, expiresAt: visit.expiresAt });
	return {
		playCount: spent.playCount,
		remaining: remainingPlays(share, spent.playCount),
		streamPath: stream && `${stream}?grant=${grant}`,
	};
}

const limitReached = () => new Refused("play_limit_reached", { requiresAuth: true });

async function playSignedIn(world: World, share: Admitted, userId: string, songId: number | null, key: string | null): Promise<Played> {
	const at = world.clock.now();
	const once = onceFor(key, `play:${share.id}:user:${userId}`, songId, at);
	const song = await partOf(world, share, songId, once);
	const streamPath = await path(world, share, song);
	if (userId !== share.ownerId) {
		const counted = await world.counters.play({ shareId: share.id, songId: song, collectionId: collection(share, song), at, once });
		if (!counted) throw new Refused("idempotency_mismatch");
	}
	return { playCount: 0, remaining: null, streamPath };
}

async function partOf(world: World, share: Admitted, songId: number | null, once: Once | null): Promise<number> {
	if (songId !== null && (await isPartOf(world, share, songId))) return songId;
	// A key that was used for another song is what is wrong first.
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
