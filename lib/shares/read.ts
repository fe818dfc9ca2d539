import type { Visitor } from "@/lib/authority";
import type { Item, Share, User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { admitListener, contextOf, sharedItem } from "./admit";
import { countView } from "./view";

/** `context` is the playlist behind a shared song. */
export type Shared = { share: Share; item: Item; members: Item[]; context: { item: Item; members: Item[] } | null; owner: User };

/** What the link shows this visitor; with `counts`, that is a view. Throws the link's refusal. */
export async function readShare(
	world: World,
	code: string,
	visitor: Visitor,
	{ counts }: { counts: false | { referrer: string | null } },
): Promise<Shared> {
	const share = await admitListener(world, code, visitor);
	const [content, context, owner] = await Promise.all([sharedItem(world, share), contextOf(world, share), world.users.byId(share.ownerId)]);
	if (!owner) throw new Refused("share_not_found");
	const before = await world.shares.counts(share.id);
	if (!before) throw new Refused("share_not_found");
	// Last of all: whoever is told no, and asks again, must not have been counted.
	const at = counts ? await countView(world, share, visitor, counts.referrer) : null;
	const now = at ? { ...before, viewCount: before.viewCount + 1, lastAccessedAt: at } : before;
	return { share: { ...share, ...now }, owner, context, ...content };
}
