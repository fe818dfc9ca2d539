import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Owner } from "@/lib/authority";
import type { TokenRoom, TokenRow, User, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import type { TokenBody } from "./credentials";

const lifetime = 30 * 24 * 60 * 60 * 1000;
const form = /^pal_[A-Za-z0-9_-]{43}$/;
const idForm = /^[0-9a-f-]{36}$/;
/** Tokens that a sign-in made, by their name. Scripts that sign in on every run let the oldest go; made by hand, nothing goes by itself. */
const signInName = "Sign-in";
const most = 50;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export type MadeToken = { id: string; token: string; name: string; expiresAt: Date | null };

/** Makes a bearer token of 30 days for somebody who just signed in. Throws `invalid_credentials` when the password was changed meanwhile. */
export async function issueToken(world: World, user: User): Promise<MadeToken & { expiresAt: Date }> {
	const expiresAt = new Date(world.clock.now().getTime() + lifetime);
	const room = { most, of: { name: signInName }, full: "oldest_goes" } as const;
	const { made, token } = await make(world, user, { name: signInName, expiresAt }, room);
	if (made !== "made") throw new Refused("invalid_credentials");
	return { ...token, expiresAt };
}

/** Makes a personal token. Throws `bad_input`, `too_many_tokens`, and `unauthorized` when all sessions were ended meanwhile. */
export async function makeToken(world: World, owner: Owner, { name, expiresAt }: TokenBody): Promise<MadeToken> {
	if (name === signInName) throw badField("name", "Sign-ins are called so. Choose another name");
	if (expiresAt && expiresAt <= world.clock.now()) throw badField("expiresAt", "Lies in the past");
	const { made, token } = await make(world, owner.user, { name, expiresAt }, { most, of: { not: signInName }, full: "refuse" });
	if (made === "full") throw new Refused("too_many_tokens");
	if (made === "stale") throw new Refused("unauthorized");
	return token;
}

/** It is shown this once; only its hash is kept. */
async function make({ tokens, clock }: World, { id: userId, sessionEpoch }: User, given: TokenBody, room: Omit<TokenRoom, "now">) {
	const token = { ...given, id: randomUUID(), token: `pal_${randomBytes(32).toString("base64url")}` };
	const { token: secret, ...row } = token;
	const made = await tokens.create({ ...row, userId, sessionEpoch, hash: hashOf(secret) }, { ...room, now: clock.now() });
	return { made, token };
}

/** The owner's live tokens, those of sign-ins too, newest first. */
export function listTokens({ tokens, clock }: World, owner: Owner): Promise<TokenRow[]> {
	return tokens.list(owner.id, clock.now());
}

/** Ends a token at once. Throws `not_found`, also for somebody else's. */
export async function revokeToken({ tokens }: World, owner: Owner, id: string): Promise<void> {
	// Not every database takes any text; one that cannot be an id is none.
	if (!idForm.test(id) || !(await tokens.remove(owner.id, id))) throw new Refused("not_found");
}

/** The account that the token stands for, or null. */
export async function userOfToken({ tokens, clock }: World, token: string): Promise<User | null> {
	return form.test(token) ? tokens.userOf(hashOf(token), clock.now()) : null;
}
