import type { Visitor } from "@/lib/authority";
import type { Item, User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Admitted, admit, type ShownItem, shownItem, type Way } from "./admit";
import type { Depth, Kind } from "./kind";

/** What a link shows of an item: what its kind publishes of it, and nothing else of its content. */
export type ReadItem<Content> = { share: Admitted; owner: User; item: Omit<Item, "content">; content: Content };

/**
 * What the link shows this visitor of an item of this kind. Counts nothing. Throws the link's refusal; `share_not_found` for a link of another kind,
 * `share_sign_in_required` for all of a kind that is shown to accounts alone.
 */
export async function readItem<K extends Kind>(
	world: World,
	kind: K,
	code: string,
	visitor: Visitor,
	{ depth = "whole", order }: { depth?: Depth } & Omit<Way, "kinds"> = {},
): Promise<ReadItem<ReturnType<K["publish"]>>> {
	const share = await admit(world, code, visitor, { kinds: [kind.name], ...(order ? { order } : {}) });
	if (depth === "whole") refusePreviewOnly(kind, visitor);
	return readAdmitted(world, kind, share, await shownItem(world, share));
}

/** What an admitted link publishes of the item behind it. */
export async function readAdmitted<K extends Kind>(
	world: World,
	kind: K,
	share: Admitted,
	{ content, now, ...item }: ShownItem,
): Promise<ReadItem<ReturnType<K["publish"]>>> {
	const owner = await world.users.byId(share.ownerId);
	if (!owner) throw new Refused("share_not_found");
	return { share, owner, item, content: kind.publish(content, now) as ReturnType<K["publish"]> };
}

/** Refuses whoever is shown no more than a preview of this kind. */
export function refusePreviewOnly(kind: Kind, { owner }: Visitor): void {
	if (kind.whole === "account" && !owner) throw new Refused("share_sign_in_required", { requiresAuth: true });
}
