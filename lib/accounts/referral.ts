import type { NewReferral, ReferralSource, Share, User, World } from "@/lib/ports";
import { mailbox } from "./mailbox";
import type { ReferralNote } from "./referral-note";

/** What a sign-up through somebody's link is worth to both. */
const worth = { referrerGets: 10, newcomerGets: 25 };

/** How a newcomer came: a code they brought, the link whose page led here, what their browser remembers, who is signed in on it. */
export type Led = { referralCode?: string; via?: string; note: ReferralNote | null; signedInAs: string | null };

type Door = { referrer: User | null; source: ReferralSource; share: Share | null };

/**
 * Whom the sign-up with this address is owed to: the first of code, link and note that names somebody other than the newcomer. Unknown codes
 * and links that are not live name nobody. The sign-up counts for the link in any case, whoever's code came with it.
 */
export async function findReferral(world: World, email: string, { referralCode, via, note, signedInAs }: Led): Promise<NewReferral | null> {
	const { users } = world;
	const link = await liveShare(world, via);
	const doors: (() => Promise<Door>)[] = [];
	if (referralCode) doors.push(async () => ({ referrer: await users.byReferralCode(referralCode), source: "direct_link", share: link }));
	if (link) doors.push(async () => ({ referrer: await users.byId(link.ownerId), source: "session_share", share: link }));
	if (note) {
		doors.push(async () => {
			const [referrer, share] = await Promise.all([users.byReferralCode(note.code), liveShare(world, note.share ?? undefined)]);
			return { referrer, source: note.source, share };
		});
	}
	for (const open of doors) {
		const { referrer, source, share } = await open();
		if (!referrer || referrer.id === signedInAs || mailbox(referrer.email) === mailbox(email)) continue;
		return { ...worth, referrerId: referrer.id, source, shareId: share?.id ?? null };
	}
	return null;
}

/** The link with this code while it leads anywhere. Whether somebody may pass its gates was asked when they saw the page. */
async function liveShare({ shares, clock }: World, code: string | undefined): Promise<Share | null> {
	const share = code === undefined ? null : await shares.byCode(code);
	if (!share || share.endedAt || !share.policy.isActive) return null;
	const { startsAt, expiresAt } = share.policy;
	const now = clock.now();
	return (startsAt && now < startsAt) || (expiresAt && now >= expiresAt) ? null : share;
}
