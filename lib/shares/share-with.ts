import type { Owner } from "@/lib/authority";
import type { Item, Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { newCode } from "./codes";
import type { Kind } from "./kind";

/**
 * Makes somebody's own link to an item of the owner, or returns the one there is: for everybody else there is no such link. The primary link is
 * neither made nor changed. Throws `share_user_not_found`, `share_with_yourself`.
 */
export async function shareWith(
	{ shares, users }: World,
	owner: Owner,
	item: Item,
	kind: Kind,
	userId: string,
): Promise<{ share: Share; created: boolean }> {
	if (userId === owner.id) throw new Refused("share_with_yourself");
	if (!(await users.byId(userId))) throw new Refused("share_user_not_found");
	return shares.publish({
		code: newCode(kind.code),
		ownerId: owner.id,
		itemId: item.id,
		kind: item.kind,
		playLimit: kind.policy.playLimit,
		forUserId: userId,
	});
}
