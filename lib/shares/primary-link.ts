import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { Item, Share, World } from "@/lib/ports";
import { badField, type RefusalCode, Refused } from "@/lib/refused";
import { asksPassword } from "./decide";
import type { Kind } from "./kind";
import { publishItem } from "./publish";
import { reviseLink } from "./revise";
import { freezeLink, thawLink } from "./snapshots";

/** How an owner sets an item's primary link; what is absent stays. `password` null clears it. */
export type LinkSettings = { isActive?: boolean; isProtected?: boolean; password?: string | null; isSnapshot?: boolean };

/** The item's primary link by its number. Any other number throws `absent`. */
export async function primaryLink({ shares }: World, item: Item, id: string, absent: RefusalCode): Promise<Share> {
	const share = await shares.primary(item.id);
	if (!share || share.id !== itemId(id)) throw new Refused(absent);
	return share;
}

/**
 * Makes the item's primary link with these settings, or sets them on the one there is. A new one is open and asks for no password unless it is said. Throws
 * `bad_input` on `password` for one that is to be protected by nothing at all.
 */
export async function setPrimaryLink(world: World, owner: Owner, item: Item, kind: Kind, settings: LinkSettings): Promise<Share> {
	refuseUnprotected(await world.shares.primary(item.id), settings);
	const { share } = await publishItem(world, owner, item, kind);
	return setLink(world, owner, share, kind, settings);
}

/** Sets these settings on a link of the owner. Throws as `setPrimaryLink`, and as `reviseLink`. */
export async function setLink(world: World, owner: Owner, share: Share, kind: Kind, settings: LinkSettings): Promise<Share> {
	refuseUnprotected(share, settings);
	const { isActive, isProtected, password, isSnapshot } = settings;
	const id = String(share.id);
	// A password that is given does not decide by itself whether it is asked for.
	const asks = isProtected ?? (password === undefined ? undefined : asksPassword(share.policy));
	const changes = withoutAbsent({ isActive, isProtected: asks, policy: password === undefined ? undefined : { password } });
	const { share: revised } = await reviseLink(world, owner, id, changes);
	if (isSnapshot === false) return thawLink(world, owner, id);
	if (isSnapshot && !revised.snapshotAt) return freezeLink(world, owner, id, () => kind);
	return revised;
}

function refuseUnprotected(share: Share | null, { isProtected, password }: LinkSettings): void {
	const hasPassword = password === undefined ? share?.policy.passwordHash != null : password !== null;
	if (isProtected && !hasPassword && !share?.policy.allow.length) throw badField("password", "A protected link needs a password");
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutAbsent<T extends object>(given: T): Present<T> {
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;
}
