import type { User } from "@/lib/ports";

/** An account as its owner sees it; never in anything public. */
export function toAccount({ id, email, username, name, image, referralCode, createdAt }: User) {
	return { id, email, username, name, image, referralCode, createdAt: createdAt.toISOString() };
}
