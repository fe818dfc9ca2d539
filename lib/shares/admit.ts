import type { Visitor } from "@/lib/authority";
import type { Item, Link, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { noteRefusal } from "./activity";
import { type Asker, asError, decide, type Gate, type Refusal } from "./decide";
import { stranger } from "./state";

declare const decided: unique symbol;

/** A link that this visitor may see now. Only `admit` makes one, so whoever asks for one cannot skip the gates. */
export type Admitted = Link & { readonly itemId: number; readonly [decided]: true };

/** `kinds` are those that this way leads to: any other link is as unknown. `order` is the order of the gates. */
export type Way = { kinds?: readonly string[]; order?: readonly Gate[] };

/** Finds the link and asks the gates. Throws the first refusal. */
export async function admit(world: World, code: string, visitor: Visitor, { kinds, order }: Way = {}): Promise<Admitted> {
	const share = await linkOf(world, code, kinds);
	const refusal = decide(share, visitor, world.clock.now(), order);
	if (!refusal) return share as Admitted;
	if (share) void noteRefusal(world, share, visitor, refusal.code);
	throw asError(refusal);
}

/** Kinds that are listened to: what visits, plays and grants are for. */
export const heardKinds = ["playlist", "song"] as const;
export const isHeard = (kind: string): boolean => heardKinds.some((heard) => heard === kind);

/** The same for ways to what is listened to: any other link is as unknown there. */
export function admitListener(world: World, code: string, visitor: Visitor): Promise<Admitted> {
	return admit(world, code, visitor, { kinds: heardKinds });
}

async function linkOf({ shares }: World, code: string, kinds: Way["kinds"]): Promise<Link | null> {
	const share = await shares.byCode(code);
	return share && kinds && !kinds.includes(share.kind) ? null : share;
}

/** The same for somebody who has nothing but the link, whoever really asks. Nobody was turned away, so nothing is noted. */
export async function admitStranger(world: World, code: string, kinds?: readonly string[]): Promise<Admitted> {
	const share = await linkOf(world, code, kinds);
	const refusal = decide(share, stranger, world.clock.now());
	if (refusal) throw asError(refusal);
	return share as Admitted;
}

/** `now` is the content as it is, where the link shows an older one: `Kind.publish` takes both. */
export type ShownItem = Item & { now?: unknown };

/**
 * Asks the gates for many at once who look at one link, again and again: of nobody is it noted. Answers the link when any of them may see it, and the refusal of
 * each, in their order.
 */
export async function admitMany(
	{ shares, clock }: World,
	code: string,
	askers: readonly Asker[],
): Promise<{ share: Admitted | null; refusals: (Refusal | null)[] }> {
	const share = await shares.byCode(code);
	const now = clock.now();
	const refusals = askers.map((asker) => decide(share, asker, now));
	return { share: refusals.includes(null) ? (share as Admitted) : null, refusals };
}

/** The item behind an admitted link, as its snapshot has it where the link shows one. */
export async function shownItem({ items, shares }: World, share: Admitted): Promise<ShownItem> {
	const [item, frozen] = await Promise.all([items.byId(share.itemId), share.snapshotAt ? shares.snapshot(share.id) : null]);
	// A snapshot that is gone was taken away a moment ago; what it was to hide must not be seen for it.
	if (!item || (share.snapshotAt && !frozen)) throw new Refused("share_not_found");
	return frozen ? { ...item, ...frozen, now: item.content } : item;
}

/** The same and, when it is a collection, its members in order. */
export async function sharedItem(world: World, share: Admitted): Promise<{ item: ShownItem; members: Item[] }> {
	const [item, members] = await Promise.all([shownItem(world, share), world.items.members([share.itemId])]);
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
