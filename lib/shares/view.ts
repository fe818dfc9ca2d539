import type { Visitor } from "@/lib/authority";
import type { World } from "@/lib/ports";
import { type Admitted, admit } from "./admit";

/** Counts a view of an admitted link, unless it is the owner's own. Answers whether it counted. */
export async function countView({ counters, clock }: World, share: Admitted, visitor: Visitor): Promise<boolean> {
	if (visitor.owner?.id === share.ownerId) return false;
	await counters.view({ shareId: share.id, at: clock.now() });
	return true;
}

/** What a page does once when it is shown: passes the gates and counts a view. */
export async function openShare(world: World, code: string, visitor: Visitor): Promise<void> {
	await countView(world, await admit(world, code, visitor), visitor);
}
