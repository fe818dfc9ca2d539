import type { MyShare } from "@/components/share/model";
import { toMyShare } from "@/lib/contracts/share";
import { withFirst } from "@/lib/items/members";
import { platform } from "@/lib/platform";
import { shareState } from "@/lib/shares/state";
import { forOwner } from "./viewer";

/** The account's links that are not ended, newest first. */
export function myShares(): Promise<MyShare[]> {
	return forOwner([], async (owner) => {
		const world = platform();
		const { clock, origin } = world;
		const rows = await withFirst(world, await world.shares.listPrimary(owner.id));
		return rows.flatMap((row) => {
			const { id, shareId, shareUrl, type, title, description, thumbnail, viewCount, playCount, lastAccessedAt, createdAt } = toMyShare(
				origin,
				row,
			);
			const state = shareState(row.share, clock.now());
			if (state === "ended") return [];
			const itemId = String(row.item.id);
			return { id, shareId, shareUrl, type, itemId, title, description, thumbnail, viewCount, playCount, state, lastAccessedAt, createdAt };
		});
	});
}
