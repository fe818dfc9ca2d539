import { containsWords } from "@/lib/text";
import type { LinkState, MyShare } from "./model";

export const shareSorts = [
	{ value: "newest", label: "Newest" },
	{ value: "views", label: "Most views" },
	{ value: "plays", label: "Most plays" },
	{ value: "opened", label: "Last opened" },
] as const;
export type ShareSort = (typeof shareSorts)[number]["value"];

const orders: Record<ShareSort, (a: MyShare, b: MyShare) => number> = {
	newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
	views: (a, b) => b.viewCount - a.viewCount,
	plays: (a, b) => b.playCount - a.playCount,
	opened: (a, b) => (b.lastAccessedAt ?? "").localeCompare(a.lastAccessedAt ?? ""),
};

/** The links in this state whose title or label has what was typed, in this order. */
export function shownLinks<Link extends MyShare>(
	links: readonly Link[],
	{ state, query, sort }: { state: LinkState | "all"; query: string; sort: ShareSort },
): Link[] {
	return links
		.filter((link) => (state === "all" || link.state === state) && containsWords(`${link.title} ${link.label}`, query))
		.sort(orders[sort]);
}
