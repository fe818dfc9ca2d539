import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import type { Kind } from "./kind";
import { isPublished, shareItem, unshareItem } from "./turn";

/** An item, and whether everybody who has its link sees it. */
export type Published = { item: Item; isPublic: boolean };

/** Turns the item's primary link on or off, where that is asked for, and says how it stands then. */
export async function withLink(world: World, owner: Owner, item: Item, kind: Kind, wanted?: boolean): Promise<Published> {
	if (wanted === true) await shareItem(world, owner, item, kind);
	if (wanted === false) await unshareItem(world, owner, item);
	return { item, isPublic: wanted ?? (await isPublished(world, item)) };
}

/** The same of many of the owner's items. */
export async function withLinks({ shares }: World, owner: Owner, items: readonly Item[]): Promise<Published[]> {
	const links = await shares.list(owner.id);
	const open = new Set(links.flatMap(({ share }) => (share.policy.isActive && !share.endedAt ? [share.primaryOf] : [])));
	return items.map((item) => ({ item, isPublic: open.has(item.id) }));
}
