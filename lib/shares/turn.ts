import type { Owner } from "@/lib/authority";
import type { Item, Share, World } from "@/lib/ports";
import type { Kind } from "./kind";
import { publishItem } from "./publish";
import { reviseLink } from "./revise";

type Published = { share: Share; created: boolean };

/** Whether the item's primary link is there and turned on. */
export async function isPublished({ shares }: World, item: Pick<Item, "id">): Promise<boolean> {
	const share = await shares.primary(item.id);
	return share?.policy.isActive === true && share.endedAt === null;
}

/** Makes the item's primary link, or turns the one there is on again under the same code. */
export async function shareItem(world: World, owner: Owner, item: Item, kind: Kind): Promise<Published> {
	return turnedOn(world, owner, await publishItem(world, owner, item, kind));
}

/** The same link, turned on if it was off. */
export async function turnedOn(world: World, owner: Owner, { share, created }: Published): Promise<Published> {
	if (share.policy.isActive) return { share, created };
	return { share: (await reviseLink(world, owner, String(share.id), { isActive: true })).share, created };
}

/** Turns the item's primary link off, if it has one; its code is kept. */
export async function unshareItem(world: World, owner: Owner, item: Pick<Item, "id">): Promise<void> {
	const share = await world.shares.primary(item.id);
	if (share?.policy.isActive) await reviseLink(world, owner, String(share.id), { isActive: false });
}
