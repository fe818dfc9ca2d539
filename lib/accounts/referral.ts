import type { Link, NewReferral, ReferralSource, User, World } from "@/lib/ports";
import { mailbox } from "./mailbox";
import type { ReferralNote } from "./referral-note";

/** What a sign-up through somebody's link is worth to both. */
const worth = { referrerGets: 10, newcomerGets: 25 };

/** How a newcomer came: a code they brought, the link whose page led here, what their browser remembers, who is signed in on it. */
export type Led = {
	referralCode?: string;
	via?: string;
	note: ReferralNote | null;
	signedInAs: string | null;
	/** The link with this code while it leads anywhere: what links allow is the share core's to say. */
	liveLink(code: string): Promise<Link | null>;
};

type Door = { referrer: User | null; source: ReferralSource; share: Link | null };

/**
 * Whom the sign-up with this address is owed to: the first of code, link and note that names somebody other than the newcomer. Unknown codes
 * and links that are not live name nobody. The sign-up counts for the link in any case, whoever's code came with it.
 */
export async function findReferral(
	world: World,
	email: string,
	{ referralCode, via, note, signedInAs, liveLink }: Led,
): Promise<NewReferral | null> {
	const { users } = world;
	const link = via ? await liveLink(via) : null;
	const doors: (() => Promise<Door>)[] = [];
	if (referralCode) doors.push(async () => ({ referrer: await users.byReferralCode(referralCode), source: "direct_link", share: link }));
	if (link) doors.push(async () => ({ referrer: await users.byId(link.ownerId), source: "session_share", share: link }));
	if (note) {
		doors.push(async () => {
			const [referrer, share] = await Promise.all([users.byReferralCode(note.code), note.share ? liveLink(note.share) : null]);
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
