import { isStillSignedIn, type Owner } from "@/lib/authority";
import { watchChanges } from "@/lib/changes";
import type { Item, World } from "@/lib/ports";
import { isRefused, isUnavailable, type RefusalCode, Refused } from "@/lib/refused";
import type { Streamable } from "./open-file";

/** A file of one of the owner's items, for as long as they are signed in and it is there. Throws `absent`. */
export async function ownFile(
	world: World,
	owner: Owner,
	item: Item,
	role: string,
	absent: RefusalCode = "not_found",
): Promise<Streamable> {
	const blob = role ? await world.items.blob(item.id, role) : null;
	if (!blob) throw new Refused(absent);
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
