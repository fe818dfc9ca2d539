import { isStillSignedIn, type Owner } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import { anyOwnItem } from "@/lib/items/own-item";
import type { World } from "@/lib/ports";
import { isRefused, isUnavailable, Refused } from "@/lib/refused";
import type { Streamable } from "./open-file";

/** A file of one of the owner's items, for as long as they are signed in and it is there. Throws `not_found`. */
export async function ownFile(world: World, owner: Owner, id: string, role: string): Promise<Streamable> {
	const item = await anyOwnItem(world, owner, id);
	const blob = role ? await world.items.blob(item.id, role) : null;
	if (!blob) throw new Refused("not_found");
	return {
		blob,
		whenCut: (cut) =>
			watchChanges(world.bus, { itemIds: [item.id], ownerIds: [owner.id] }, async () => {
				try {
					const isThere = (await world.items.blob(item.id, role)) !== null;
					if (!isThere || !(await isStillSignedIn(world, owner))) cut();
				} catch (error) {
					if (!isRefused(error) || !isUnavailable(error)) throw error;
				}
			}),
	};
}
