import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { ItemHead, Listed, Share, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type LinkState, shareState } from "./state";

/** `waiting` are addresses of its list that have an account made after they were listed: the owner has to let them in. */
export type OwnLink = { share: Share; item: ItemHead | null; state: LinkState; waiting: string[] };

/** One of the owner's links by its number, ended ones too. Throws `own_share_not_found` for any other. */
export async function ownShare({ shares }: World, owner: Owner, id: string): Promise<Share> {
	// Numbers of links are written as numbers of items are.
	const number = itemId(id);
	const share = number === null ? null : await shares.byId(number);
	if (!share || share.ownerId !== owner.id) throw new Refused("own_share_not_found");
	return share;
}

/** The same with its item, what it is now and who waits on it. */
export async function ownLink(world: World, owner: Owner, id: string): Promise<OwnLink> {
	const { items, users, clock } = world;
	const share = await ownShare(world, owner, id);
	const item = share.itemId === null ? null : await items.byId(share.itemId);
	return { share, item, state: shareState(share, clock.now()), waiting: await waitingOf(users, [share])(share) };
}

type ListedLink = Omit<OwnLink, "share" | "waiting"> & { share: Listed<Share> };

/** Many links at once with whom they are for, and who waits on them. */
export async function withPeople({ shares, users }: World, links: ListedLink[]): Promise<OwnLink[]> {
	const people = await shares.allowed(links.map(({ share }) => share.id));
	const whole = links.map(({ share, ...link }) => ({
		...link,
		share: { ...share, policy: { ...share.policy, allow: people.get(share.id) ?? [] } },
	}));
	const waiting = waitingOf(
		users,
		whole.map(({ share }) => share),
	);
	return Promise.all(whole.map(async (link) => ({ ...link, waiting: await waiting(link.share) })));
}

/** Finds out at once who waits on any of these links. */
function waitingOf(users: World["users"], links: Share[]): (share: Share) => Promise<string[]> {
	const unbound = ({ policy }: Share) => policy.allow.flatMap(({ email, userId }) => (userId === null ? [email] : []));
	const all = [...new Set(links.flatMap(unbound))];
	const known = all.length === 0 ? Promise.resolve(new Map<string, string>()) : users.idsByEmail(all);
	return async (share) => {
		const accounts = await known;
		return unbound(share).filter((email) => accounts.has(email));
	};
}
