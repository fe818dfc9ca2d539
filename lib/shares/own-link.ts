import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { Item, Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type LinkState, shareState } from "./state";

export type OwnLink = { share: Share; item: Item | null; state: LinkState };

/** One of the owner's links by its number, ended ones too. Throws `own_share_not_found` for any other. */
export async function ownLink({ shares, items, clock }: World, owner: Owner, id: string): Promise<OwnLink> {
	// Numbers of links are written as numbers of items are.
	const number = itemId(id);
	const share = number === null ? null : await shares.byId(number);
	if (!share || share.ownerId !== owner.id) throw new Refused("own_share_not_found");
	const item = share.itemId === null ? null : await items.byId(share.itemId);
	return { share, item, state: shareState(share, clock.now()) };
}
