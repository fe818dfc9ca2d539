import type { Proof } from "@/lib/authority";
import type { Platform } from "@/lib/platform";
import type { Link } from "@/lib/ports";
import { proofLifetime } from "@/lib/shares/proofs";

/** The cookie in which a visitor's browser keeps a proof; `actor.ts` reads it. It names the link by its number, never by its code. */
export const proofCookie = (proof: Proof, shareId: number): string => `passalong.${proof}.${shareId}`;

/** Header of an answer that hands a visitor a proof; none without one. */
export function handProof(
	{ origin }: Pick<Platform, "origin">,
	proof: Proof,
	given: { share: Link; proof: string } | null,
): Record<string, string> {
	if (!given) return {};
	const secure = origin.startsWith("https://") ? "; Secure" : "";
	const name = proofCookie(proof, given.share.id);
	return { "Set-Cookie": `${name}=${given.proof}; Path=/; Max-Age=${proofLifetime / 1000}; HttpOnly; SameSite=Lax${secure}` };
}
