import { holdsNothing, type Owner } from "@/lib/authority";
import type { Share, World } from "@/lib/ports";
import type { RefusalCode } from "@/lib/refused";
import { type Asker, decide, type GateName, gates } from "./decide";
import { ownLink } from "./own-link";

/** Why somebody can or cannot open a link; every gate with its own answer, in order. */
export type Explained = { allowed: boolean; refusal: RefusalCode | null; gates: { gate: GateName; passed: boolean; why: string }[] };

/** Of whom a gate speaks: anybody at all, or whoever has an address that stands in the link's list, waits there, or does not. */
type Told = { share: Share; who: "anybody" | "listed" | "waiting" | "unlisted" };
const date = (at: Date | null) =>
	at
		?.toISOString()
		.replace("T", " ")
		.replace(/:\d\d\.\d+Z$/, " UTC") ?? "";

const words: Record<GateName, (passed: boolean, told: Told) => string> = {
	active: (passed) => (passed ? "The link is turned on." : "The link is turned off."),
	person: (passed) => (passed ? "It was made for them." : "It was made for one person, and they are somebody else."),
	startsAt: (passed, { share: { policy } }) => {
		if (!policy.startsAt) return "It has no opening date.";
		return passed ? `It opened on ${date(policy.startsAt)}.` : `It opens on ${date(policy.startsAt)}.`;
	},
	expiresAt: (passed, { share: { policy } }) => {
		if (!policy.expiresAt) return "It does not expire.";
		return passed ? `It expires on ${date(policy.expiresAt)}.` : `It expired on ${date(policy.expiresAt)}.`;
	},
	maxViews: (passed, { share: { policy, openings } }) => {
		if (policy.maxViews === null) return "It opens as often as people like.";
		const spent = `${openings} of ${policy.maxViews} openings are used`;
		return passed ? `${spent}.` : `${spent}: only those who opened it within the last day are still in.`;
	},
	allowList: (passed, { share: { policy }, who }) => {
		if (policy.allow.length === 0) return "It is for anybody.";
		if (passed) return "They are one of the people it is for.";
		if (who === "waiting") return "Their account was made after you listed the address: let them in first.";
		if (who === "listed") return "They are one of the people it is for, and have no account yet.";
		return who === "unlisted"
			? "They are none of the people it is for."
			: "It is for certain people: they have to log in with the account that you listed.";
	},
	password: (passed, { share: { policy } }) => {
		if (policy.passwordHash !== null && policy.isProtected !== false) return "They are asked for the password first.";
		return passed ? "It asks for no password." : "It is protected, but has no password and no list: nobody gets in.";
	},
	opening: (_passed, { share: { policy } }) =>
		policy.maxViews === null ? "It needs no opening." : 'They have to press "Open", which uses one opening.',
};

/**
 * Why somebody can or cannot open a link of the owner: anybody without an account, or whoever has this address. They are taken to come for the
 * first time. Throws `own_share_not_found`.
 */
export async function explainLink(world: World, owner: Owner, id: string, email: string | null): Promise<Explained> {
	const { share, waiting } = await ownLink(world, owner, id);
	// Whether an address has an account is told of those alone that the owner listed.
	const isListed = share.policy.allow.some((entry) => entry.email === email);
	const isOwners = email === owner.user.email;
	const userId = email !== null && (isListed || isOwners) ? (await world.users.idsByEmail([email])).get(email) : undefined;
	const asker: Asker = { owner: userId === undefined ? null : { id: userId }, holds: holdsNothing };
	const now = world.clock.now();
	const refusal = decide(share, asker, now);
	const isOwner = userId === share.ownerId;
	const among = isListed ? "listed" : "unlisted";
	const told: Told = { share, who: email === null ? "anybody" : waiting.includes(email) ? "waiting" : among };
	return {
		allowed: refusal === null,
		refusal: refusal?.code ?? null,
		gates: gates.flatMap(({ name, check }) => {
			// Most links are nobody's in particular: there that is no gate.
			if (name === "person" && share.forUserId === null) return [];
			// No gate lets anybody through a link that ended, its owner neither.
			if (share.endedAt && name === "active") return [{ gate: name, passed: false, why: "The link has ended for good." }];
			const passed = isOwner || check(share, asker, now) === null;
			return [{ gate: name, passed, why: isOwner ? "It is their own link." : words[name](passed, told) }];
		}),
	};
}
