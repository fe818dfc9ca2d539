import type { Visitor } from "@/lib/authority";
import type { Item, Share, User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { admit, sharedItem } from "./admit";
import { countView } from "./view";

export type Shared = { share: Share; item: Item; members: Item[]; owner: User };

/** What the link shows this visitor; with `counts`, that is a view. Throws the link's refusal. */
export async function readShare(world: World, code: string, visitor: Visitor, { counts }: { counts: boolean }): Promise<Shared> {
	const share = await admit(world, code, visitor);
	const [content, owner] = await Promise.all([sharedItem(world, share), world.users.byId(share.ownerId)]);
	if (!owner) throw new Refused("share_not_found");
	const counted = counts && (await countView(world, share, visitor));
	return { share: { ...share, viewCount: share.viewCount + (counted ? 1 : 0) }, owner, ...content };
}
