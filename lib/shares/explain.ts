import { holdsNothing, type Owner } from "@/lib/authority";
import type { Share, World } from "@/lib/ports";
import type { RefusalCode } from "@/lib/refused";
import { type Asker, decide, type GateName, gates } from "./decide";
import { ownLink } from "./own-link";

/** Why somebody can or cannot open a link; every gate with its own answer, in order. */
export type Explained = { allowed: boolean; refusal: RefusalCode | null; gates: { gate: GateName; passed: boolean; why: string }[] };

/** What each gate says, with what it says of a list that the address waits on. `who` is null for somebody without an account. */
type Told = { share: Share; who: Asker["owner"]; waits: boolean };
const date = (at: Date | null) =>
	at
		?.toISOString()
		.replace("T", " ")
		.replace(/:\d\d\.\d+Z$/, " UTC") ?? "";

const words: Record<GateName, (passed: boolean, told: Told) => string> = {
	active: (passed) => (passed ? "The link is turned on." : "The link is turned off."),
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
	allowList: (passed, { share: { policy }, who, waits }) => {
		if (policy.allow.length === 0) return "It is for anybody.";
		if (passed) return "They are one of the people it is for.";
		if (waits) return "Their account was made after you listed the address: let them in first.";
		return who
			? "They are none of the people it is for."
			: "It is for certain people: they have to log in with the account that you listed.";
	},
	password: (_passed, { share: { policy } }) =>
		policy.passwordHash === null ? "It has no password." : "They are asked for the password first.",
	opening: (_passed, { share: { policy } }) =>
		policy.maxViews === null ? "It needs no opening." : 'They have to press "Open", which uses one opening.',
};

/**
 * Why somebody can or cannot open a link of the owner: anybody without an account, or whoever has this address. They are taken to come for the
 * first time. Throws `own_share_not_found`.
 */
export async function explainLink(world: World, owner: Owner, id: string, email: string | null): Promise<Explained> {
	const { share, waiting } = await ownLink(world, owner, id);
	const userId = email === null ? undefined : (await world.users.idsByEmail([email])).get(email);
	const asker: Asker = { owner: userId === undefined ? null : { id: userId }, holds: holdsNothing };
	const now = world.clock.now();
	const refusal = decide(share, asker, now);
	const isOwner = userId === share.ownerId;
	const told: Told = { share, who: asker.owner, waits: email !== null && waiting.includes(email) };
	return {
		allowed: refusal === null,
		refusal: refusal?.code ?? null,
		gates: gates.map(({ name, check }) => {
			const passed = isOwner || check(share, asker, now) === null;
			return { gate: name, passed, why: isOwner ? "It is their own link." : words[name](passed, told) };
		}),
	};
}
