import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";

/** What the page and the API tell of; the total counts the others too. */
const most = 500;

export type Referrals = {
	referralCode: string;
	/** People who signed up through this account. */
	total: number;
	/** What the account has now, the welcome of its own sign-up included. */
	credits: number;
	/** Newest first. */
	history: { date: string; credits: number; source: string }[];
};

/** Who signed up through the owner's links, and what came of it. */
export async function listReferrals({ users }: World, owner: Owner): Promise<Referrals> {
	const { total, newest } = await users.referrals(owner.id, most);
	const { referralCode, credits } = owner.user;
	const history = newest.map(({ createdAt, credits, source }) => ({ date: createdAt.toISOString(), credits, source }));
	return { referralCode, total, credits, history };
}
