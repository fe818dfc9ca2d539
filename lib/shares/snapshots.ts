import type { Owner } from "@/lib/authority";
import type { Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { Kind } from "./kind";
import { ownShare } from "./own-link";

/**
 * Has a link of the owner show its item as it is now, under the same address, until it is frozen again or thawed: what its kind publishes of it is kept, and
 * nothing else. Throws `own_share_not_found`, `share_ended`.
 */
export async function freezeLink(world: World, owner: Owner, id: string, kindOf: (name: string) => Kind): Promise<Share> {
	const share = await ownShare(world, owner, id);
	const item = share.itemId === null ? null : await world.items.byId(share.itemId);
	const frozen = item && { title: item.title, content: kindOf(share.kind).publish(item.content) };
	if (!frozen || !(await world.shares.freeze(share.id, frozen, world.clock.now()))) throw new Refused("share_ended");
	return ownShare(world, owner, id);
}

/** Has a link of the owner show its item live again. Throws `own_share_not_found`, `share_ended`. */
export async function thawLink(world: World, owner: Owner, id: string): Promise<Share> {
	const share = await ownShare(world, owner, id);
	if (share.snapshotAt && !(await world.shares.thaw(share.id, world.clock.now()))) throw new Refused("share_ended");
	return ownShare(world, owner, id);
}
