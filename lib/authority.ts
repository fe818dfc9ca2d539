import type { Link, User, World } from "@/lib/ports";

declare const minted: unique symbol;

/**
 * Proof that somebody is signed in. Only `lib/http/actor.ts` makes one (the walls test sees to it). `signedInAt` is when this browser showed a
 * password or came from a provider; null for a token.
 */
export type Owner = { readonly id: string; readonly user: User; readonly signedInAt: Date | null; readonly [minted]: true };

/** What a visitor can hold of a link: that they knew its password, that they spent one of its openings. */
export type Proof = "unlocked" | "opened";
/** Whether a visitor holds that proof of this link now. */
export type Holds = (proof: Proof, share: Link, now: Date) => boolean;
/** Whoever comes for the first time. */
export const holdsNothing: Holds = () => false;

/** Whoever opens a link: signed in or not. `address` is a client's address as limits count it, never stored as it is. */
export type Visitor = { readonly owner: Owner | null; readonly address: string; readonly userAgent: string; readonly holds: Holds };

/** Mints the proof from an account whose session or token was checked. */
export function mintOwner(user: User, signedInAt: Date | null = null): Owner {
	return { id: user.id, user, signedInAt } as Owner;
}

/** Whether the proof still holds: the account is there, and its sessions were not ended since. For whoever asks again and again. */
export async function isStillSignedIn({ sessions }: Pick<World, "sessions">, owner: Owner): Promise<boolean> {
	return (await sessions.epochOf(owner.id)) === owner.user.sessionEpoch;
}
