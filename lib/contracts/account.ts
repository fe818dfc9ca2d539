import type { TokenRow, User } from "@/lib/ports";

/** An account as its owner sees it; never in anything public. */
export function toAccount({ id, email, username, name, image, referralCode, createdAt }: User) {
	return { id, email, username, name, image, referralCode, createdAt: createdAt.toISOString() };
}

/** A token as its owner sees it: never the token itself. */
export function toToken({ id, name, createdAt, expiresAt }: TokenRow) {
	return { id, name, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
}
