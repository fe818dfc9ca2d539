import { randomBytes, randomUUID } from "node:crypto";
import type { User, World } from "@/lib/ports";
import type { SignUpBody } from "./credentials";

/** What a sign-up through somebody's link is worth to both. */
const credit = { referrerGets: 10, newcomerGets: 25 };

/** Makes an account. Throws `email_taken`, `username_taken`; the database's unique indexes decide between two at once. */
export async function signUp({ users, passwords }: World, { password, referralCode, ...person }: SignUpBody): Promise<User> {
	const user = {
		...person,
		id: randomUUID(),
		name: person.name ?? null,
		passwordHash: await passwords.hash(password),
		referralCode: newReferralCode(),
	};
	return users.create(user, referralCode ? { code: referralCode, source: "direct_link", ...credit } : null);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Eight of `[A-Za-z0-9]`. 256 is no multiple of 62: what would be chosen more often is drawn again. */
function newReferralCode(): string {
	let code = "";
	while (code.length < 8) {
		for (const byte of randomBytes(16)) if (byte < 248 && code.length < 8) code += alphabet[byte % 62];
	}
	return code;
}
