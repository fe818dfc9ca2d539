import type { Owner } from "@/lib/authority";
import type { Item, Share, World } from "@/lib/ports";
import { newCode } from "./codes";
import type { Kind } from "./kind";

/**
 * Makes the primary link of one of the owner's items, or returns the one there is: any number of calls at once make one. With
 * `contextId` the link shows that playlist behind its song from now on; null takes it away, undefined leaves it. With `forUserId` it is that account's own link.
 */
export function publishItem(
	{ shares }: World,
	owner: Owner,
	item: Item,
	kind: Kind,
	place: { contextId?: number | null; forUserId?: string } = {},
): Promise<{ share: Share; created: boolean }> {
	return shares.publish({
		code: newCode(kind.code),
		ownerId: owner.id,
		itemId: item.id,
		kind: item.kind,
		playLimit: kind.policy.playLimit,
		isProtected: kind.policy.isProtected ?? null,
		...place,
	});
}
