import type { MyShare } from "@/components/share/model";
import { toLink } from "@/lib/contracts/links";
import { withFirst } from "@/lib/items/members";
import { platform } from "@/lib/platform";
import { listLinks } from "@/lib/shares/list";
import { forOwner } from "./viewer";

/** A link as its owner's pages show it; null when its item is gone for good, and there is nothing left to call it by. */
export function toMyShare(link: ReturnType<typeof toLink>): MyShare | null {
	const { id, code, url, kind, item, state, policy, viewCount, playCount, lastAccessedAt, createdAt } = link;
	if (!item) return null;
	return {
		id,
		shareId: code,
		shareUrl: url,
		type: kind,
		itemId: item.id,
		title: item.title,
		thumbnail: item.thumbnail,
		viewCount,
		playCount,
		state,
		expiresAt: policy.expiresAt,
		lastAccessedAt,
		createdAt,
	};
}

/** The account's links that are not ended, newest first: all of them, because the page searches and sorts by itself. */
export function myShares(): Promise<MyShare[]> {
	return forOwner([], async (owner) => {
		const world = platform();
		const { links } = await listLinks(world, owner, { q: "", sort: "newest", limit: Number.MAX_SAFE_INTEGER });
		return (await withFirst(world, links)).flatMap((link) => toMyShare(toLink(world.origin, link)) ?? []);
	});
}
