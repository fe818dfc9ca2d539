import { randomInt, randomUUID } from "node:crypto";
import type { ProviderId, User, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { tidy } from "@/lib/text";
import { email } from "./credentials";
import { findReferral, type Led } from "./referral";
import { newReferralCode } from "./referral-code";

/** Somebody whom a sign-in provider vouches for. */
export type ProviderPerson = ProviderId & {
	/** What they are called there, in any form; the username is made of it. */
	login: string;
	name: string | null;
	email: string | null;
	/** The provider says that the address is theirs. */
	isVerified: boolean;
};

/** How often a username that somebody else took is varied. */
const tries = 20;

/**
 * The account that the provider's own id of this person belongs to, or a new one; never an account that merely has the same address. Throws
 * `provider_email_taken`, `provider_email_missing`, `provider_email_unverified`.
 */
export async function enterByProvider(world: World, person: ProviderPerson, led: Led): Promise<{ user: User; isNew: boolean }> {
	const id = { provider: person.provider, providerId: person.providerId };
	const known = await world.users.byProvider(id);
	const address = email.safeParse(person.email);
	if (known) {
		if (person.isVerified && known.email === address.data) await letIn(world, known);
		return { user: known, isNew: false };
	}
	if (!person.email) throw new Refused("provider_email_missing");
	if (!person.isVerified || !address.success) throw new Refused("provider_email_unverified");

	const referral = await findReferral(world, address.data, led);
	const base = usernameFrom(person.login);
	const newcomer = { email: address.data, name: tidy(person.name ?? "", 80) || null, passwordHash: null, referralCode: newReferralCode() };
	for (let attempt = 0; attempt < tries; attempt++) {
		const username = attempt === 0 ? base : `${base.slice(0, 25)}_${randomInt(1000, 10_000)}`;
		try {
			const user = await world.users.create({ ...newcomer, id: randomUUID(), username }, referral, id);
			await letIn(world, user);
			return { user, isNew: true };
		} catch (error) {
			if (!isRefused(error)) throw error;
			if (error.code === "username_taken") continue;
			// A twin of this request may have made the very same account since we looked.
			const twin = await world.users.byProvider(id);
			if (twin) return { user: twin, isNew: false };
			throw error.code === "email_taken" ? new Refused("provider_email_taken") : error;
		}
	}
	throw new Refused("username_taken");
}

/** The provider says that the address is theirs: links that are for it are for them. What fails now is done when they sign in again. */
async function letIn({ shares }: World, { id, email }: User): Promise<void> {
	await shares.bindAllowed({ email, userId: id });
}

/** A valid username as near to the given name as can be: 3 to 30 of `[a-z0-9_]`. */
export function usernameFrom(login: string): string {
	const plain = login
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{M}+/gu, "")
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "")
		.slice(0, 30);
	return plain.length >= 3 ? plain : `${plain || "user"}_${randomInt(1000, 10_000)}`;
}
