import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { LinkChanges, Share, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { type OwnLink, ownLink } from "./own-link";
import { type PolicyChanges, policyFor } from "./policy";

/** What an owner changes of a link. */
export type LinkRevision = { isActive?: boolean; label?: string; policy?: PolicyChanges };

/** How often a change is made anew on a link that somebody else changed at the same moment. */
const tries = 5;

/**
 * Changes a link of the owner, and with `version` only that version of it. Whoever may no longer see what is behind it is cut off at once.
 * Throws `own_share_not_found`, `share_ended`, `precondition_failed`, `bad_input`, `version_conflict`.
 */
export async function reviseLink(world: World, owner: Owner, id: string, revision: LinkRevision, version?: number): Promise<OwnLink> {
	const { policy, ...rest } = revision;
	if (Object.values(revision).every((part) => part === undefined)) return ownLink(world, owner, id);
	for (let attempt = 0; attempt < tries; attempt++) {
		const { share } = await ownLink(world, owner, id);
		if (share.endedAt) throw new Refused("share_ended");
		if (version !== undefined && share.version !== version) throw new Refused("precondition_failed");
		const changes: LinkChanges = { ...rest, ...(policy ? await policyFor(world, share.policy, policy) : {}) };
		// What is decided here was decided on this version.
		const at = { ids: [share.id], ownerId: owner.id, version: share.version };
		if (await world.shares.update(at, changes, eventFor(share, revision), world.clock.now())) return ownLink(world, owner, id);
	}
	throw new Refused("version_conflict");
}

/**
 * Pauses or resumes several links of the owner, all or none. Throws `bad_input` on `ids` when one is not theirs,
 * `share_ended` when one has ended.
 */
export async function reviseLinks(
	world: World,
	owner: Owner,
	given: (string | number)[],
	changes: { isActive: boolean },
): Promise<OwnLink[]> {
	const ids = [...new Set(given.map(itemId))].filter((id) => id !== null);
	const own = new Map((await world.shares.list(owner.id)).map(({ share }) => [share.id, share]));
	if (given.some((id) => !own.has(itemId(id) ?? 0))) throw badField("ids", "One of them is none of your links");
	const event = { what: changes.isActive ? "resumed" : "paused" };
	if (!(await world.shares.update({ ids, ownerId: owner.id }, changes, event, world.clock.now()))) throw new Refused("share_ended");
	return Promise.all(ids.map((id) => ownLink(world, owner, String(id))));
}

/** What the parts of a policy are called in the activity of a link. */
const names: Record<keyof PolicyChanges, string> = {
	startsAt: "opening date",
	expiresAt: "expiry",
	password: "password",
	playLimit: "plays",
	maxViews: "openings",
	allowEmails: "people",
	allowDownload: "downloads",
	allowIndexing: "search engines",
};

function eventFor(share: Share, { isActive, label, policy = {} }: LinkRevision) {
	const changed = [
		...(label !== undefined && label !== share.label ? ["label"] : []),
		...Object.entries(policy).flatMap(([part, to]) => (to === undefined ? [] : [names[part as keyof PolicyChanges]])),
	];
	if (isActive !== undefined && changed.length > 0) changed.push(isActive ? "turned on" : "turned off");
	if (changed.length === 0 && isActive !== undefined) return { what: isActive ? "resumed" : "paused" };
	return { what: "changed", detail: changed.join(", ") };
}
