import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type OwnLink, ownLink } from "./own-link";

/** Lets in the account that has an address of the link's list, and was made after it was listed. Throws `own_share_not_found`, `not_waiting`. */
export async function approveAddress(world: World, owner: Owner, id: string, email: string): Promise<OwnLink> {
	const { share, waiting } = await ownLink(world, owner, id);
	const userId = waiting.includes(email) ? (await world.users.idsByEmail([email])).get(email) : undefined;
	if (!userId || !(await world.shares.admitAllowed({ id: share.id, email, userId }))) throw new Refused("not_waiting");
	return ownLink(world, owner, id);
}
