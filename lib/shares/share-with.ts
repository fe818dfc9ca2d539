import type { Owner } from "@/lib/authority";
import type { Item, Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { Kind } from "./kind";
import { publishItem } from "./publish";
import { turnedOn } from "./turn";

/**
 * Makes somebody's own link to an item of the owner, or returns the one there is: for everybody else there is no such link. The primary link is
 * neither made nor changed. One that was turned off is turned on again. Throws `share_user_not_found`, `share_with_yourself`.
 */
export async function shareWith(
	world: World,
	owner: Owner,
	item: Item,
	kind: Kind,
	userId: string,
): Promise<{ share: Share; created: boolean }> {
	if (userId === owner.id) throw new Refused("share_with_yourself");
	if (!(await world.users.byId(userId))) throw new Refused("share_user_not_found");
	return turnedOn(world, owner, await publishItem(world, owner, item, kind, { forUserId: userId }));
}
