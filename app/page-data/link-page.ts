import type { LinkDetails } from "@/components/share/model";
import { toLink, toStats } from "@/lib/contracts/links";
import { withFirst } from "@/lib/items/members";
import { platform } from "@/lib/platform";
import { ownLink } from "@/lib/shares/own-link";
import { linkStats } from "@/lib/shares/stats";
import { toMyShare } from "./my-shares";
import { forOwner } from "./viewer";

/** The longest time that the page shows, in days; shorter ones are its end. */
const longest = 90;

/** One of the account's links with its statistics, or null. */
export function linkPage(id: string): Promise<LinkDetails | null> {
	return forOwner(null, async (owner) => {
		const world = platform();
		const [link] = await withFirst(world, [await ownLink(world, owner, id)]);
		if (!link) return null;
		const told = toLink(world.origin, link);
		const share = toMyShare(told);
		if (!share) return null;
		const stats = toStats(await linkStats(world, link, longest));
		return { ...share, policy: told.policy, openings: told.openings, waiting: told.waiting, stats };
	});
}
