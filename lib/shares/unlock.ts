import { createHmac } from "node:crypto";
import type { Visitor } from "@/lib/authority";
import { charge, orRefund, refund } from "@/lib/limits";
import type { Link, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { noteOnLink } from "./activity";
import type { Way } from "./admit";
import { asError, decide } from "./decide";
import { mintProof } from "./proofs";

const failuresPerAddress = { max: 5, seconds: 60 };
const failuresPerLink = { max: 100, seconds: 60 * 60 };

/** What an unlocked link's visitor holds from now on; null when there is nothing to unlock. */
export type Unlocked = { share: Link; proof: string } | null;

/**
 * Lets a visitor in who knows the link's password. Throws the link's refusal, `wrong_password`, and `rate_limited` once an address or
 * everybody together has failed too often; then not even the right password is looked at. Whatever a code leads to that does not open, it takes the same time.
 */
export async function unlockShare(
	world: World,
	code: string,
	visitor: Visitor,
	password: string,
	{ kinds, order }: Way = {},
): Promise<Unlocked> {
	const { shares, passwords, clock, secrets } = world;
	const found = await shares.byCode(code);
	const share = found && kinds && !kinds.includes(found.kind) ? null : found;
	const refusal = decide(share, visitor, clock.now(), order);
	// Nothing to unlock, as everybody can see.
	if (!refusal || refusal.code === "share_requires_open") return null;
	const link = share ? share.id : `code:${code.slice(0, 64)}`;
	const hits = await charge(world.limiter, [
		{ key: `unlock:${link}:${visitor.address}`, window: failuresPerAddress },
		{ key: `unlock:${link}`, window: failuresPerLink },
	]);
	const isLocked = share !== null && refusal.code === "share_locked";
	const hash = isLocked ? share.policy.passwordHash : null;
	const isRight = await orRefund(hits, () => passwords.verify(hash, password));
	if (!isLocked) throw asError(refusal);
	if (!isRight) {
		noteOnLink(world, share, { what: "refused", detail: "wrong_password" });
		throw new Refused("wrong_password", { requiresPassword: true });
	}
	await refund(hits);
	noteOnLink(world, share, { what: "unlocked" });
	return { share, proof: mintProof(secrets.grant, "unlocked", share, clock.now()) };
}

/** Passwords that were right within the last minute, by link, its version and a keyed hash: whoever reads a chat by a program sends it with each request. */
const known = new Map<string, number>();
const mostKnown = 1_000;
const knownFor = 60_000;

/**
 * The visitor as somebody who knows this password, for one request that brings it along; as they are where none is asked for. Throws as `unlockShare`.
 */
export async function withPassword(world: World, code: string, visitor: Visitor, password: string, way: Way): Promise<Visitor> {
	const now = world.clock.now();
	const found = await world.shares.byCode(code);
	const share = found && way.kinds && !way.kinds.includes(found.kind) ? null : found;
	if (!share || decide(share, visitor, now, way.order)?.code !== "share_locked") return visitor;
	const key = createHmac("sha256", Buffer.from(world.secrets.grant, "hex"))
		.update(`${share.id}:${share.version}:${password}`)
		.digest("hex");
	if (!((known.get(key) ?? 0) > now.getTime())) {
		await unlockShare(world, code, visitor, password, way);
		if (known.size >= mostKnown) known.clear();
		known.set(key, now.getTime() + knownFor);
	}
	// As of the version whose password it was.
	const isIt = (other: Link) => other.id === share.id && other.version === share.version;
	return { ...visitor, holds: (proof, other, at) => (proof === "unlocked" && isIt(other)) || visitor.holds(proof, other, at) };
}
