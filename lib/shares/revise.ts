import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { LinkChanges, Share, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { type OwnLink, ownLink, ownShare, withPeople } from "./own-link";
import { type PolicyChanges, policyFor } from "./policy";
import { shareState } from "./state";

/** What an owner changes of a link. */
export type LinkRevision = { isActive?: boolean; label?: string; policy?: PolicyChanges; isProtected?: boolean };

/** How often a change is made anew on a link that somebody else changed at the same moment. */
const tries = 5;

/**
 * Changes a link of the owner, and with `version` only that version of it. Whoever may no longer see what is behind it is cut off at once.
 * Throws `own_share_not_found`, `share_ended`, `precondition_failed`, `bad_input`, `version_conflict`.
 */
export async function reviseLink(world: World, owner: Owner, id: string, revision: LinkRevision, version?: number): Promise<OwnLink> {
	const { policy, isProtected, ...rest } = revision;
	for (let attempt = 0; attempt < tries; attempt++) {
		const share = await ownShare(world, owner, id);
		if (share.endedAt) throw new Refused("share_ended");
		if (version !== undefined && share.version !== version) throw new Refused("precondition_failed");
		const changed = changedOf(share, revision);
		if (changed.length === 0) return ownLink(world, owner, id);
		const changes: LinkChanges = { ...rest, ...(policy ? await policyFor(world, share.policy, policy) : {}) };
		// A new password is asked for, unless it is said that none is.
		if (isProtected !== undefined) changes.isProtected = isProtected;
		// What is decided here was decided on this version.
		const at = { ids: [share.id], ownerId: owner.id, version: share.version };
		if (await world.shares.update(at, changes, eventFor(changed, revision), world.clock.now())) return ownLink(world, owner, id);
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
	const own = async () => new Map((await world.shares.list(owner.id)).map((link) => [link.share.id, link]));
	const before = await own();
	if (given.some((id) => !before.has(itemId(id) ?? 0))) throw badField("ids", "One of them is none of your links");
	const event = { what: changes.isActive ? "resumed" : "paused" };
	if (!(await world.shares.update({ ids, ownerId: owner.id }, changes, event, world.clock.now()))) throw new Refused("share_ended");
	const [after, now] = [await own(), world.clock.now()];
	const changed = ids.flatMap((id) => after.get(id) ?? []);
	return withPeople(
		world,
		changed.map((link) => ({ ...link, state: shareState(link.share, now) })),
	);
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
const parts = Object.keys(names) as (keyof PolicyChanges)[];

/** What this revision makes another than it is, in words. A password always is: nobody can tell whether it is the same. */
function changedOf(share: Share, { isActive, label, policy = {}, isProtected }: LinkRevision): string[] {
	const { allow, ...now } = share.policy;
	const before = { ...now, allowEmails: allow.map(({ email }) => email).sort(), password: now.passwordHash === null ? null : undefined };
	const isSame = (part: keyof PolicyChanges, to: unknown) => {
		const after = part === "allowEmails" && policy.allowEmails ? [...new Set(policy.allowEmails)].sort() : to;
		return JSON.stringify(before[part]) === JSON.stringify(after);
	};
	return [
		...(label !== undefined && label !== share.label ? ["label"] : []),
		...parts.flatMap((part) => (policy[part] === undefined || isSame(part, policy[part]) ? [] : [names[part]])),
		...(isProtected !== undefined && isProtected !== now.isProtected ? ["protection"] : []),
		...(isActive !== undefined && isActive !== now.isActive ? [isActive ? "turned on" : "turned off"] : []),
	];
}

function eventFor(changed: string[], { isActive }: LinkRevision) {
	const [only, ...more] = changed;
	if (more.length === 0 && only?.startsWith("turned")) return { what: isActive ? "resumed" : "paused" };
	return { what: "changed", detail: changed.join(", ") };
}
