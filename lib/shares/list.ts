import type { Owner } from "@/lib/authority";
import type { Share, World } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { containsWords } from "@/lib/text";
import type { OwnLink } from "./own-link";
import { type LinkState, shareState } from "./state";

export type LinkFilter = { kind?: string; state?: LinkState; q: string; sort: LinkSort; limit: number; cursor?: string };
export type LinkSort = "newest" | "views" | "plays" | "opened" | "title";

const opened = ({ lastAccessedAt }: Share) => lastAccessedAt?.getTime() ?? 0;
const orders: Record<LinkSort, (a: OwnLink, b: OwnLink) => number> = {
	newest: () => 0,
	views: (a, b) => b.share.viewCount - a.share.viewCount,
	plays: (a, b) => b.share.playCount - a.share.playCount,
	opened: (a, b) => opened(b.share) - opened(a.share),
	title: (a, b) => (a.item?.title ?? "").localeCompare(b.item?.title ?? "", "en", { sensitivity: "base", numeric: true }),
};

/**
 * One page of the owner's links that fit, those that have ended only when asked for. `next` leads to the page after it: it
 * names the last link of this one, so that a link made meanwhile moves nothing twice. Throws `bad_input` on `cursor`.
 */
export async function listLinks(
	{ shares, clock }: World,
	owner: Owner,
	{ kind, state, q, sort, limit, cursor }: LinkFilter,
): Promise<{ links: OwnLink[]; next: string | null }> {
	const now = clock.now();
	const all = (await shares.list(owner.id))
		.map((link) => ({ ...link, state: shareState(link.share, now) }))
		.filter((link) => (state ? link.state === state : link.state !== "ended"))
		.filter(({ share, item }) => (!kind || share.kind === kind) && containsWords(`${item?.title ?? ""} ${share.label}`, q))
		// Newest first is the order they come in; equals stay in it.
		.sort(orders[sort]);
	const after = cursor === undefined ? -1 : all.findIndex(({ share }) => String(share.id) === cursor);
	if (cursor !== undefined && after < 0) throw badField("cursor", "Start again from the first page");
	const links = all.slice(after + 1, after + 1 + limit);
	return { links, next: after + 1 + limit < all.length ? String(links.at(-1)?.share.id) : null };
}
