import { createHmac, timingSafeEqual } from "node:crypto";
import type { Holds, Proof } from "@/lib/authority";
import type { Link } from "@/lib/ports";

/** How long a visitor stays in who knew the password or spent an opening. In ms. */
export const proofLifetime = 24 * 60 * 60 * 1000;

/** What a proof is bound to: a new password or code of the link voids who unlocked it; an opening that was spent stays spent. */
const bound: Record<Proof, (share: Link) => string> = {
	unlocked: ({ id, code, policy }) => `unlocked:${id}:${code}:${policy.passwordHash}`,
	opened: ({ id }) => `opened:${id}`,
};

const signed = (key: string, proof: Proof, share: Link, expires: string) =>
	createHmac("sha256", Buffer.from(key, "hex"))
		.update(`proof:${bound[proof](share)}:${expires}`)
		.digest("base64url");

/** A signed proof that its holder unlocked or opened this link, for a day. */
export function mintProof(key: string, proof: Proof, share: Link, now: Date): string {
	const expires = Math.floor((now.getTime() + proofLifetime) / 1000).toString(36);
	return `${expires}.${signed(key, proof, share, expires)}`;
}

/** Whether this is one of our proofs for just this link, as it is now, and not over. */
export function checkProof(key: string, proof: Proof, share: Link, now: Date, given: string | undefined): boolean {
	const [expires = "", signature = "", ...rest] = given?.split(".") ?? [];
	if (rest.length > 0 || !(Number.parseInt(expires, 36) * 1000 > now.getTime())) return false;
	const expected = Buffer.from(signed(key, proof, share, expires));
	const sent = Buffer.from(signature);
	return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/** What somebody holds of whose proofs `find` knows. */
export function holding(key: string, find: (proof: Proof, shareId: number) => string | undefined): Holds {
	return (proof, share, now) => checkProof(key, proof, share, now, find(proof, share.id));
}
