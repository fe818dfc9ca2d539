import type { ListedShare, MyShare, Totals } from "@/components/share/model";
import { toLink } from "@/lib/contracts/links";
import { withFirst } from "@/lib/items/members";
import { platform } from "@/lib/platform";
import { listLinks } from "@/lib/shares/list";
import { linkTrends } from "@/lib/shares/stats";
import { forOwner } from "./viewer";

/** A link as its owner's pages show it; null when its item is gone for good, and there is nothing left to call it by. */
export function toMyShare(link: ReturnType<typeof toLink>): MyShare | null {
	const { id, code, url, kind, item, primary, label, state, version, viewCount, playCount, lastAccessedAt, createdAt } = link;
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
		primary,
		label,
		version,
		lastAccessedAt,
		createdAt,
	};
}

/** The account's links that are not ended, newest first, and how they did lately: all of them, because the page searches and sorts by itself. */
export function myShares(): Promise<{ shares: ListedShare[]; totals: Totals }> {
	return forOwner({ shares: [], totals: { views: 0, plays: 0, signups: 0 } }, async (owner) => {
		const world = platform();
		const [{ links }, { viewsOf, week, signups }] = await Promise.all([
			listLinks(world, owner, { q: "", sort: "newest", limit: Number.MAX_SAFE_INTEGER }),
			linkTrends(world, owner, 30),
		]);
		const shares = (await withFirst(world, links)).flatMap((link) => {
			const share = toMyShare(toLink(world.origin, link));
			return share ? [{ ...share, views30: viewsOf(link.share.id) }] : [];
		});
		return { shares, totals: { ...week, signups } };
	});
}
