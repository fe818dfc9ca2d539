import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { User, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";

const lifetime = 30 * 24 * 60 * 60 * 1000;
const form = /^pal_[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes a bearer token of 30 days. It is shown this once; only its hash is kept. Throws `invalid_credentials` when the
 * password was changed since `user` was read.
 */
export async function issueToken({ tokens, clock }: World, user: User, name: string): Promise<{ token: string; expiresAt: Date }> {
	const token = `pal_${randomBytes(32).toString("base64url")}`;
	const expiresAt = new Date(clock.now().getTime() + lifetime);
	const { id: userId, sessionEpoch } = user;
	const made = await tokens.create({ id: randomUUID(), userId, sessionEpoch, name, hash: hashOf(token), expiresAt });
	if (!made) throw new Refused("invalid_credentials");
	return { token, expiresAt };
}

/** The account that the token stands for, or null. */
export async function userOfToken({ tokens, clock }: World, token: string): Promise<User | null> {
	return form.test(token) ? tokens.userOf(hashOf(token), clock.now()) : null;
}
