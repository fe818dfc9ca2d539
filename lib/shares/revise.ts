import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { type OwnLink, ownLink } from "./own-link";

/**
 * Changes a link of the owner. Whoever may no longer see what is behind it is cut off at once. Throws `own_share_not_found`,
 * `share_ended`.
 */
export async function reviseLink(
	world: World,
	owner: Owner,
	id: string,
	changes: { isActive?: boolean; label?: string },
): Promise<OwnLink> {
	const { share } = await ownLink(world, owner, id);
	const done = await world.shares.update({ ids: [share.id], ownerId: owner.id }, changes, world.clock.now());
	if (!done) throw new Refused("share_ended");
	return ownLink(world, owner, id);
}

/**
 * Pauses or resumes several links of the owner, all or none. Throws `bad_input` on `ids` when one is not theirs,
 * `share_ended` when one has ended.
 */
export async function reviseLinks(
	world: World,
	owner: Owner,
	given: (string | number)[],
	changes: { isActive: boolean },
): Promise<OwnLink[]> {
	const ids = [...new Set(given.map(itemId))].filter((id) => id !== null);
	const own = new Map((await world.shares.list(owner.id)).map(({ share }) => [share.id, share]));
	if (given.some((id) => !own.has(itemId(id) ?? 0))) throw badField("ids", "One of them is none of your links");
	if (!(await world.shares.update({ ids, ownerId: owner.id }, changes, world.clock.now()))) throw new Refused("share_ended");
	return Promise.all(ids.map((id) => ownLink(world, owner, String(id))));
}
