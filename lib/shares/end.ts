import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { isHeard } from "./admit";
import { ownShare } from "./own-link";

/** Ends a link by its number; ending it again changes nothing. Throws `own_share_not_found`. */
export async function endLink(world: World, owner: Owner, id: string): Promise<void> {
	const share = await ownShare(world, owner, id);
	await world.shares.end(share.id, world.clock.now());
}

/** Ends one of the owner's links to what is listened to for good and cuts what is open on it. Throws `own_share_not_found`, `not_your_share`. */
export async function endShare({ shares, clock }: World, owner: Owner, code: string): Promise<void> {
	const share = await shares.byCode(code);
	if (!share || share.endedAt || !isHeard(share.kind)) throw new Refused("own_share_not_found");
	if (share.ownerId !== owner.id) throw new Refused("not_your_share");
	await shares.end(share.id, clock.now());
}
