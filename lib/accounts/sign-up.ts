import { randomUUID } from "node:crypto";
import type { User, World } from "@/lib/ports";
import type { SignUpBody } from "./credentials";
import { findReferral, type Led } from "./referral";
import { newReferralCode } from "./referral-code";

/** Makes an account. Throws `email_taken`, `username_taken`; the database's unique indexes decide between two at once. */
export async function signUp(world: World, { password, referralCode, via, ...person }: SignUpBody, led: Led): Promise<User> {
	const user = {
		...person,
		id: randomUUID(),
		name: person.name ?? null,
		passwordHash: await world.passwords.hash(password),
		referralCode: newReferralCode(),
	};
	return world.users.create(user, await findReferral(world, person.email, { ...led, referralCode, via }));
}
