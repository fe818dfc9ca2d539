import type { Owner } from "@/lib/authority";
import type { Item, Share, World } from "@/lib/ports";
import type { Kind } from "./kind";
import { publishItem } from "./publish";
import { reviseLink } from "./revise";

/** Whether the item's primary link is there and turned on. */
export async function isPublished({ shares }: World, item: Pick<Item, "id">): Promise<boolean> {
	const share = await shares.primary(item.id);
	return share?.policy.isActive === true && share.endedAt === null;
}

/** Makes the item's primary link, or turns the one there is on again under the same code. */
export async function shareItem(world: World, owner: Owner, item: Item, kind: Kind): Promise<{ share: Share; created: boolean }> {
	const published = await publishItem(world, owner, item, kind);
	if (published.share.policy.isActive) return published;
	const { share } = await reviseLink(world, owner, String(published.share.id), { isActive: true });
	return { share, created: false };
}

/** Turns the item's primary link off, if it has one; its code is kept. */
export async function unshareItem(world: World, owner: Owner, item: Pick<Item, "id">): Promise<void> {
	const share = await world.shares.primary(item.id);
	if (share?.policy.isActive) await reviseLink(world, owner, String(share.id), { isActive: false });
}
