import { platform } from "@/lib/platform";
import { shareState } from "@/lib/shares/state";
import { forOwner } from "./viewer";

/** How many live links each of the account's items has, by its id; items without one are not in it. */
export function liveLinks(): Promise<Record<string, number>> {
	return forOwner({}, async (owner) => {
		const { shares, clock } = platform();
		const now = clock.now();
		const counts: Record<string, number> = {};
		for (const { share } of await shares.list(owner.id)) {
			if (share.itemId === null || shareState(share, now) !== "live") continue;
			counts[share.itemId] = (counts[share.itemId] ?? 0) + 1;
		}
		return counts;
	});
}
