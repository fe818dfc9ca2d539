import type { Invitations, Settings, TokenEntry } from "@/components/settings/model";
import { listReferrals } from "@/lib/accounts/referrals";
import { listTokens } from "@/lib/accounts/tokens";
import { toToken } from "@/lib/contracts/account";
import { platform } from "@/lib/platform";
import { forOwner } from "./viewer";

/** How the account is signed in to; null without one. */
export function settings(): Promise<Settings | null> {
	return forOwner(null, async ({ id, user }) => {
		const { email, username, name, passwordHash } = user;
		return { email, username, name, hasPassword: passwordHash !== null, providers: await platform().users.providersOf(id) };
	});
}

/** The account's live tokens, newest first. */
export function tokens(): Promise<TokenEntry[]> {
	return forOwner([], async (owner) => (await listTokens(platform(), owner)).map(toToken));
}

/** What a phone scrolls through; the API tells of more. */
const shown = 50;

/** Who signed up through the account's links, and the link to hand out. */
export function invitations(): Promise<Invitations | null> {
	return forOwner(null, async (owner) => {
		const { referralCode, history, ...sums } = await listReferrals(platform(), owner);
		return { ...sums, history: history.slice(0, shown), link: `${platform().origin}/?ref=${referralCode}` };
	});
}
