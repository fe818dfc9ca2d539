import { orRefund, tooMany } from "@/lib/limits";
import type { Hit, User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { CredentialsBody } from "./credentials";

const failuresPerAddress = { max: 10, seconds: 60 };
const failuresPerAccount = { max: 20, seconds: 60 * 60 };

/**
 * The account with these credentials. Throws `invalid_credentials`, in the same time and words for an unknown address, and
 * `rate_limited` once an address or an account has failed too often; then not even the right password is looked at.
 */
export async function signIn({ users, passwords, limiter }: World, { email, password }: CredentialsBody, address: string): Promise<User> {
	const budgets = [
		{ key: `sign-in:address:${address}`, window: failuresPerAddress },
		{ key: `sign-in:account:${email}`, window: failuresPerAccount },
	];
	// Charged before the password is looked at, so that parallel guesses cannot all slip through the same gap; given back on success.
	const hits: Hit[] = [];
	for (const { key, window } of budgets) {
		const hit = await limiter.hit(key, window);
		if (!hit.allowed) throw tooMany(hit);
		hits.push(hit);
	}

	const user = await orRefund(hits, async () => {
		const found = await users.byEmail(email);
		return (await passwords.verify(found?.passwordHash ?? null, password)) ? found : null;
	});
	if (!user) throw new Refused("invalid_credentials");
	await Promise.all(hits.map((hit) => hit.refund()));
	return user;
}
