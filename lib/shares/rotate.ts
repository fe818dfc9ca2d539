import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { newCode } from "./codes";
import type { Kind } from "./kind";
import { type OwnLink, ownLink, ownShare } from "./own-link";

/**
 * Gives a link of the owner another code; settings and counts stay, the old code is as unknown at once, and whoever unlocked it has to again. Of two
 * at the same moment both answer with the code that stands. Throws `own_share_not_found`, `share_ended`.
 */
export async function rotateLink(world: World, owner: Owner, id: string, kindOf: (name: string) => Kind): Promise<OwnLink> {
	const share = await ownShare(world, owner, id);
	const code = newCode(kindOf(share.kind).code);
	const at = { ids: [share.id], ownerId: owner.id, version: share.version };
	await world.shares.update(at, { code }, { what: "rotated" }, world.clock.now());
	const rotated = await ownLink(world, owner, id);
	if (rotated.share.endedAt) throw new Refused("share_ended");
	// Somebody changed it at the same moment; if that was no rotation, this one is still to be done.
	if (rotated.share.code === share.code) return rotateLink(world, owner, id, kindOf);
	return rotated;
}
