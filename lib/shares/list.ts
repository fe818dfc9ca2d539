import type { Owner } from "@/lib/authority";
import { pageOf } from "@/lib/items/page";
import type { Listed, Share, World } from "@/lib/ports";
import { containsWords } from "@/lib/text";
import { type OwnLink, withPeople } from "./own-link";
import { type LinkState, shareState } from "./state";

export const linkSorts = ["newest", "views", "plays", "opened", "title"] as const;
type LinkSort = (typeof linkSorts)[number];
export type LinkFilter = { kind?: string; state?: LinkState; q: string; sort: LinkSort; limit: number; cursor?: string };

const keys: Record<LinkSort, (link: Pick<OwnLink, "item"> & { share: Listed<Share> }) => number | string> = {
	newest: () => 0,
	views: ({ share }) => share.viewCount,
	plays: ({ share }) => share.playCount,
	opened: ({ share }) => share.lastAccessedAt?.getTime() ?? 0,
	title: ({ item }) => item?.title ?? "",
};

/** One page of the owner's links that fit, those that have ended only when asked for. Throws `bad_input` on `cursor`. */
export async function listLinks(
	world: World,
	owner: Owner,
	{ kind, state, q, sort, ...part }: LinkFilter,
): Promise<{ links: OwnLink[]; next: string | null }> {
	const now = world.clock.now();
	const found = (await world.shares.list(owner.id))
		.map((link) => ({ ...link, state: shareState(link.share, now) }))
		.filter((link) => (state ? link.state === state : link.state !== "ended"))
		.filter(({ share, item }) => (!kind || share.kind === kind) && containsWords(`${item?.title ?? ""} ${share.label}`, q));
	const { page, next } = pageOf(found, (link) => [keys[sort](link), link.share.id], { ...part, byText: sort === "title" });
	return { links: await withPeople(world, page), next };
}
