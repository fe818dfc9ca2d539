import type { Owner } from "@/lib/authority";
import { shareChanged } from "@/lib/changes";
import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";

/** Ends one of the owner's links for good and cuts what is open on it. Throws `own_share_not_found`, `not_your_share`. */
export async function endShare({ shares, clock, bus }: World, owner: Owner, code: string): Promise<void> {
	const share = await shares.byCode(code);
	if (!share || share.endedAt) throw new Refused("own_share_not_found");
	if (share.ownerId !== owner.id) throw new Refused("not_your_share");
	await shares.end(share.id, clock.now());
	shareChanged(bus, share.id);
}
