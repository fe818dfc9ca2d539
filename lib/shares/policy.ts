import type { LinkChanges, Policy, World } from "@/lib/ports";
import { badField } from "@/lib/refused";

/** A policy as its owner gives it: what is absent stays. `password` null clears it. `allowEmails` are as accounts have them; none is everybody. */
export type PolicyChanges = Partial<
	Pick<Policy, "startsAt" | "expiresAt" | "playLimit" | "maxViews" | "allowDownload" | "allowIndexing"> & {
		password: string | null;
		allowEmails: string[];
	}
>;

/** What a new link allows, before its owner says otherwise. */
export const newPolicy = (playLimit: number | null): Policy => ({
	isActive: true,
	startsAt: null,
	expiresAt: null,
	passwordHash: null,
	isProtected: null,
	playLimit,
	maxViews: null,
	allow: [],
	allowDownload: false,
	allowIndexing: false,
});

/**
 * These changes of a policy as they are stored: the password hashed, each address bound to the account that has it now. Throws `bad_input` when the
 * link would open after it expired.
 */
export async function policyFor({ passwords, users }: World, now: Policy, changes: PolicyChanges): Promise<LinkChanges> {
	const { password, allowEmails, ...plain } = changes;
	const { startsAt, expiresAt } = { ...now, ...withoutAbsent(plain) };
	if (startsAt && expiresAt && startsAt >= expiresAt) {
		throw badField(changes.expiresAt ? "policy.expiresAt" : "policy.startsAt", "A link must open before it expires");
	}
	const stored: LinkChanges = withoutAbsent(plain);
	if (password !== undefined) {
		stored.passwordHash = password === null ? null : await passwords.hash(password);
		stored.isProtected = null;
	}
	if (allowEmails) {
		const emails = [...new Set(allowEmails)];
		const ids = await users.idsByEmail(emails);
		stored.allow = emails.map((email) => ({ email, userId: ids.get(email) ?? null }));
	}
	return stored;
}

function withoutAbsent<T extends object>(given: T): T {
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
