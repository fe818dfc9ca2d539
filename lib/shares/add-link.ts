import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { newCode } from "./codes";
import type { Kind } from "./kind";
import { type OwnLink, ownLink, withPeople } from "./own-link";
import { newPolicy, type PolicyChanges, policyFor } from "./policy";
import { shareState } from "./state";

/** Makes one more link to an item of the owner, with a code, a policy and counts of its own. Throws `not_found`, `bad_input`. */
export async function addLink(
	world: World,
	owner: Owner,
	item: Item,
	kind: Kind,
	{ label, policy }: { label: string; policy: PolicyChanges },
): Promise<OwnLink> {
	const usual = newPolicy(kind.policy.playLimit);
	const link = { code: newCode(kind.code), ownerId: owner.id, itemId: item.id, kind: item.kind, label };
	const share = await world.shares.add({ ...link, policy: { ...usual, ...(await policyFor(world, usual, policy)) } });
	return ownLink(world, owner, String(share.id));
}

/** The links of an item of the owner that have not ended, its primary link first, then oldest first. */
export async function linksOf(world: World, owner: Owner, item: Item): Promise<OwnLink[]> {
	const all = await world.shares.list(owner.id);
	const now = world.clock.now();
	const its = all.filter(({ share }) => share.itemId === item.id && !share.endedAt);
	const sorted = its.sort(({ share: a }, { share: b }) => Number(b.primaryOf !== null) - Number(a.primaryOf !== null) || a.id - b.id);
	return withPeople(
		world,
		sorted.map((link) => ({ ...link, state: shareState(link.share, now) })),
	);
}
