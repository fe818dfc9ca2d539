import { charge, orRefund, refund } from "@/lib/limits";
import type { User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { CredentialsBody } from "./credentials";

const failuresPerAddress = { max: 10, seconds: 60 };
const failuresPerAccount = { max: 20, seconds: 60 * 60 };

/**
 * The account with these credentials. Throws `invalid_credentials`, in the same time and words for an unknown address, and
 * `rate_limited` once an address or an account has failed too often; then not even the right password is looked at.
 */
export async function signIn({ users, passwords, limiter }: World, { email, password }: CredentialsBody, address: string): Promise<User> {
	const hits = await charge(limiter, [
		{ key: `sign-in:address:${address}`, window: failuresPerAddress },
		{ key: `sign-in:account:${email}`, window: failuresPerAccount },
	]);

	const user = await orRefund(hits, async () => {
		const found = await users.byEmail(email);
		return (await passwords.verify(found?.passwordHash ?? null, password)) ? found : null;
	});
	if (!user) throw new Refused("invalid_credentials");
	await refund(hits);
	return user;
}
