import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { Share, World } from "@/lib/ports";
import { badField, isRefused, type RefusalCode, Refused } from "@/lib/refused";
import { ownShare } from "./own-link";
import { reviseLink } from "./revise";

/** An address that a link is for, by the number of its entry. */
export type AllowEntry = { id: number; email: string; createdAt: Date };

/** Every part of the server that asks a link has its whole list in memory. */
const mostAllowed = 200;
const tries = 50;

/** Has the link be for these addresses too, and answers their entries. Throws `bad_input` on `emails` when they become too many. */
export async function allow(world: World, owner: Owner, share: Share, emails: string[]): Promise<AllowEntry[]> {
	await reviseAllowed(world, owner, share, (before) => {
		const all = [...new Set([...before, ...emails])];
		if (all.length > mostAllowed) throw badField("emails", `At most ${mostAllowed} addresses`);
		return all;
	});
	const entries = await world.shares.allowEntries(share.id);
	return entries.filter(({ email }) => emails.includes(email));
}

/** Takes an address away from the link's list. Throws `absent` for an entry that is not there. */
export async function disallow(world: World, owner: Owner, share: Share, id: string, absent: RefusalCode): Promise<void> {
	const number = itemId(id);
	const entry = (await world.shares.allowEntries(share.id)).find((each) => each.id === number);
	if (!entry) throw new Refused(absent);
	await reviseAllowed(world, owner, share, (before) => before.filter((email) => email !== entry.email));
}

/** Changes the list as it is now: what another call added meanwhile stays. */
async function reviseAllowed(world: World, owner: Owner, { id }: Share, change: (emails: string[]) => string[]): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		const { policy, version } = await ownShare(world, owner, String(id));
		const allowEmails = change(policy.allow.map(({ email }) => email));
		try {
			await reviseLink(world, owner, String(id), { policy: { allowEmails } }, version);
			return;
		} catch (error) {
			const isPast = isRefused(error) && (error.code === "precondition_failed" || error.code === "version_conflict");
			if (!isPast || attempt === tries) throw error;
		}
	}
}
