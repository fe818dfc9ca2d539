import type { Owner } from "@/lib/authority";
import type { Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { Kind } from "./kind";
import { ownShare } from "./own-link";

/** How often it is frozen anew because the item was changed at the same moment. */
const tries = 20;

/**
 * Has a link of the owner show its item as it is now, under the same address, until it is frozen again or thawed: what its kind publishes of it is kept, and
 * nothing else. Throws `own_share_not_found`, `share_ended`, `version_conflict`.
 */
export async function freezeLink(world: World, owner: Owner, id: string, kindOf: (name: string) => Kind): Promise<Share> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const share = await ownShare(world, owner, id);
		const item = share.itemId === null ? null : await world.items.byId(share.itemId);
		if (share.endedAt || !item) throw new Refused("share_ended");
		const frozen = { title: item.title, content: kindOf(share.kind).publish(item.content), version: item.version };
		if (await world.shares.freeze(share.id, frozen, world.clock.now())) return ownShare(world, owner, id);
	}
	throw new Refused("version_conflict");
}

/** Has a link of the owner show its item live again. Throws `own_share_not_found`, `share_ended`. */
export async function thawLink(world: World, owner: Owner, id: string): Promise<Share> {
	const share = await ownShare(world, owner, id);
	if (share.snapshotAt && !(await world.shares.thaw(share.id, world.clock.now()))) throw new Refused("share_ended");
	return ownShare(world, owner, id);
}
