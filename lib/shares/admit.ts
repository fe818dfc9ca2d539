import type { Visitor } from "@/lib/authority";
import type { Item, Link, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { noteRefusal } from "./activity";
import { asError, decide } from "./decide";

declare const decided: unique symbol;

/** A link that this visitor may see now. Only `admit` makes one, so whoever asks for one cannot skip the gates. */
export type Admitted = Link & { readonly itemId: number; readonly [decided]: true };

/** Finds the link and asks the gates. Throws the first refusal. */
export async function admit(world: World, code: string, visitor: Visitor): Promise<Admitted> {
	const share = await world.shares.byCode(code);
	const refusal = decide(share, visitor, world.clock.now());
	if (!refusal) return share as Admitted;
	if (share) void noteRefusal(world, share, visitor, refusal.code);
	throw asError(refusal);
}

/** The item behind an admitted link and, when it is a collection, its members in order. */
export async function sharedItem({ items }: World, share: Admitted): Promise<{ item: Item; members: Item[] }> {
	const [item, members] = await Promise.all([items.byId(share.itemId), items.members([share.itemId])]);
	if (!item) throw new Refused("share_not_found");
	return { item, members: members.get(item.id) ?? [] };
}

/** The playlist behind an admitted link to a song, for as long as the song stands in it. Its other songs can be seen, not played. */
export async function contextOf({ items }: World, { itemId, contextId }: Admitted): Promise<{ item: Item; members: Item[] } | null> {
	if (contextId === null) return null;
	const [item, members] = await Promise.all([items.byId(contextId), items.members([contextId])]);
	const songs = members.get(contextId) ?? [];
	return item && songs.some(({ id }) => id === itemId) ? { item, members: songs } : null;
}

/** Whether this item can be seen behind the link: what it is to, a song of it, the playlist behind a song and its songs. */
export async function isShown(world: World, share: Admitted, itemId: number): Promise<boolean> {
	if (share.itemId === itemId || (await isPartOf(world, share, itemId))) return true;
	if (share.contextId === null) return false;
	const context = await contextOf(world, share);
	return context !== null && [context.item, ...context.members].some(({ id }) => id === itemId);
}

/** Whether the link plays this item: the song it is to, or a member of its playlist. A playlist is no part of itself. */
export async function isPartOf({ items }: World, share: Admitted, itemId: number): Promise<boolean> {
	return share.kind === "song" ? share.itemId === itemId : items.hasMember(share.itemId, itemId);
}
