import type { Owner } from "@/lib/authority";
import { orRefund, tooMany } from "@/lib/limits";
import type { User, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import type { AccountChanges, AccountRemoval } from "./credentials";

/** How long, in ms, after coming from a provider an account without a password may get one. */
const fresh = 10 * 60 * 1000;

/**
 * Changes the owner's account. A new e-mail address or password needs the current password; a new password ends every
 * session and token. Throws `bad_input`, `email_taken`, `username_taken`, `rate_limited`.
 */
export async function changeAccount(world: World, owner: Owner, { currentPassword, password, ...changes }: AccountChanges): Promise<User> {
	const isSensitive = password !== undefined || (changes.email !== undefined && changes.email !== owner.user.email);
	if (isSensitive) await confirmPerson(world, owner, currentPassword);
	const passwordHash = password === undefined ? {} : { passwordHash: await world.passwords.hash(password) };
	const user = await world.users.update(owner.id, { ...changes, ...passwordHash }, { endSessions: password !== undefined });
	if (!user) throw new Refused("unauthorized");
	return user;
}

/**
 * Removes the owner's account with items, links and files. Throws `bad_input` without the current password or, for an account that has none,
 * without its username.
 */
export async function removeAccount(world: World, owner: Owner, { currentPassword, username }: AccountRemoval): Promise<void> {
	if (owner.user.passwordHash !== null) await confirmPassword(world, owner, currentPassword);
	else if (username !== owner.user.username) throw badField("username", username ? "Not your username" : "Required");
	const keys = await world.users.remove(owner.id);
	for (const key of keys) await world.blobs.remove(key);
}

/** An account that signs in through a provider alone has no password to ask for; having just come from there proves as much. */
async function confirmPerson(world: World, owner: Owner, given: string | undefined): Promise<void> {
	if (owner.user.passwordHash !== null) return confirmPassword(world, owner, given);
	const age = owner.signedInAt === null ? Number.POSITIVE_INFINITY : world.clock.now().getTime() - owner.signedInAt.getTime();
	if (age > fresh) throw badField("currentPassword", "Sign out and in again first: this account has no password yet");
}

async function confirmPassword({ passwords, limiter }: World, owner: Owner, given: string | undefined): Promise<void> {
	if (!given) throw badField("currentPassword", "Required");
	const hit = await limiter.hit(`confirm:${owner.id}`, { max: 10, seconds: 60 });
	if (!hit.allowed) throw tooMany(hit);
	const isRight = await orRefund([hit], () => passwords.verify(owner.user.passwordHash, given));
	if (!isRight) throw badField("currentPassword", "Wrong password");
	await hit.refund();
}
